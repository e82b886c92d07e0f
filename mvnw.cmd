@echo off
rem Builds Rotable on Windows: finds a JDK 25 or newer, fetches the pinned Maven once, and runs it.
setlocal EnableDelayedExpansion
set "BASE=%~dp0"
set "NEED=25"
set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%J in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~J"
if not defined FOUND (
  echo Rotable needs a JDK %NEED% or newer and found none. Install one, or set JAVA_HOME to it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%FOUND%"
for /f "tokens=1,2 delims==" %%A in ('findstr /r "^maven" "%BASE%.mvn\wrapper\maven-wrapper.properties"') do set "%%A=%%B"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "HOME_MVN=%MAVEN_USER_HOME%\wrapper\apache-maven-%mavenVersion%"
if not exist "%HOME_MVN%\bin\mvn.cmd" call :fetch
set "MVN=%HOME_MVN%\bin\mvn.cmd"
if not exist "%MVN%" (
  where mvn >nul 2>nul || (
    echo Maven %mavenVersion% could not be fetched and no mvn is on the path. Connect to the internet once, or install Maven. 1>&2
    exit /b 1
  )
  echo mvnw: Maven %mavenVersion% could not be fetched; using the mvn on the path 1>&2
  set "MVN=mvn.cmd"
)
cd /d "%BASE%"
call "%MVN%" %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "V=%%~V"
set "V=!V:"=!"
if !V! GEQ %NEED% set "FOUND=%~1"
exit /b 0

:fetch
set "ZIP=%TEMP%\rotable-maven.zip"
set "DEST=%MAVEN_USER_HOME%\wrapper"
curl -fsSL --connect-timeout 10 -o "%ZIP%" "https://archive.apache.org/dist/maven/maven-3/%mavenVersion%/binaries/apache-maven-%mavenVersion%-bin.zip" 2>nul || exit /b 0
for /f "skip=1 delims=" %%S in ('certutil -hashfile "%ZIP%" SHA512') do if not defined SUM set "SUM=%%S"
if /i not "%SUM%"=="%mavenZipSha512%" (
  echo The Maven archive's checksum is not the pinned one; it was not used. 1>&2
  del "%ZIP%"
  exit /b 0
)
if not exist "%DEST%" mkdir "%DEST%"
tar -xf "%ZIP%" -C "%DEST%"
del "%ZIP%"
exit /b 0
