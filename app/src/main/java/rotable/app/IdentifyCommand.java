// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact;
import rotable.format.FormatRule;
import rotable.gs1.DigitalLink.Leniency;
import rotable.identify.How;
import rotable.identify.LabelChecks;
import rotable.identify.LabelReader;
import rotable.label.Payload;
import rotable.label.Scheme;
import rotable.supplier.FormatChecks;
import rotable.supplier.SupplierRules;
import tools.jackson.databind.json.JsonMapper;

/// `rotable identify`: says what labels mean, without a depot.
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description = {
            "Says what the data of labels mean, one line for each.",
            "\\x1d stands for the control character of that code, \\\\ for a backslash."
        })
final class IdentifyCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    @Option(
            names = "--as",
            paramLabel = "SCHEME",
            description = "hold the data to one scheme, such as gs1-bracketed")
    private Optional<String> as = Optional.empty();

    @Option(
            names = "--no-companions",
            description = "leave out GS1's rules on what stands together on an item")
    private boolean noCompanions;

    @Option(
            names = "--unknown-identifiers",
            description = "pass over identifiers in brackets that GS1 does not know")
    private boolean unknownIdentifiers;

    @Option(
            names = "--short-names",
            description = "read gtin and the like for identifiers in a Digital Link")
    private boolean shortNames;

    @Option(
            names = "--short-gtins",
            description = "read trade item numbers of 8, 12 and 13 digits in a Digital Link's path")
    private boolean shortGtins;

    @Option(
            names = "--separators-kept",
            description = "the scanner is known to deliver GS, so that none was lost")
    private boolean separatorsKept;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "try the format rules of a JSON or CSV file that is not published yet")
    private Optional<Path> rules = Optional.empty();

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "check digits only, by the scheme of that name, such as luhn")
    private Optional<String> check = Optional.empty();

    @Parameters(
            arity = "0..*",
            paramLabel = "PAYLOAD",
            description = "data of labels; none: lines of standard input")
    private List<String> payloads = List.of();

    @Override
    public Integer call() throws IOException {
        var answer = check.isPresent() ? checked(check.get()) : read(rules());
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (var p : payloads) out.println(answer.apply(Escapes.read(p)));
        if (payloads.isEmpty()) lines(answer, out);
        return 0;
    }

    private static void lines(UnaryOperator<String> answer, PrintStream out) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine())
            out.println(answer.apply(Escapes.read(line)));
    }

    private UnaryOperator<String> read(SupplierRules tried) {
        var reader = new LabelReader(how(), tried);
        return payload -> {
            var label = reader.read(Payload.of(payload));
            return json ? LabelJson.line(label) : LabelText.line(label);
        };
    }

    /// The rules of the file; one that could not be published is told and not used.
    private SupplierRules rules() throws IOException {
        if (rules.isEmpty()) return SupplierRules.NONE;
        if (!Files.isReadable(rules.get())) throw wrong(rules.get() + " can't be read");
        var file = ImportCommand.read(rules.get(), new Publication(1, today(), "tried out"));
        for (var p : file.problems())
            System.err.println(rules.get() + ", line " + p.line() + ": " + p.why());
        var judge = new FormatChecks(today().getYear());
        var sound = new LinkedHashMap<String, FormatRule>();
        for (var fact : file.facts())
            if (fact instanceof ReferenceFact.FormatPublished f) {
                var wrong = judge.rule(f.rule());
                wrong.forEach(why -> System.err.println("format " + f.rule().id() + ": " + why));
                if (!wrong.isEmpty() || !f.rule().active()) continue;
                if (sound.put(f.rule().id(), f.rule()) != null)
                    System.err.println(
                            "format %s stands there twice; the last is used"
                                    .formatted(f.rule().id()));
            }
        return SupplierRules.of(List.copyOf(sound.values()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    private How how() {
        return new How(
                as.map(this::scheme),
                noCompanions ? How.Together.NONE : How.Together.ALL,
                unknownIdentifiers,
                new Leniency(shortNames, shortGtins),
                separatorsKept,
                today().getYear());
    }

    private Scheme scheme(String code) {
        var names = Arrays.stream(Scheme.values()).map(Scheme::code).toList();
        return Scheme.of(code)
                .orElseThrow(
                        () ->
                                wrong(
                                        "no scheme "
                                                + code
                                                + "; there are "
                                                + String.join(", ", names)));
    }

    private ParameterException wrong(String text) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), text);
    }

    private UnaryOperator<String> checked(String name) {
        if (LabelChecks.holds(name, "0").isEmpty())
            throw wrong(
                    "no check " + name + "; there are " + String.join(", ", LabelChecks.names()));
        return value -> {
            var holds = LabelChecks.holds(name, value).orElseThrow();
            if (!json) return name + " " + value + ": " + (holds ? "holds" : "does not hold");
            var line = new JsonMapper().createObjectNode();
            return line.put("check", name).put("value", value).put("valid", holds).toString();
        };
    }
}
