#!/usr/bin/env python
# Verifies an exported journal by docs/journal-format.md alone: python verify_journal.py FILE [rehearsal]
# Checks the canonical form, every chain, whole commands and the digests of signatures. Exit 0 if all hold.
from __future__ import print_function
import hashlib, io, json, sys


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha(tag, text):
    return hashlib.sha256((tag + "\n").encode("utf-8") + text.encode("utf-8")).hexdigest()


def signature_holds(entry):
    body, signature = entry["body"], entry["signature"]
    if "order" not in body or "criteria" not in body:
        return True
    seen = {"unit": body["unit"], "order": body["order"], "meaning": signature["meaning"], "criteria": body["criteria"]}
    return sha("rotable-signature-1", canonical(seen)) == signature["digest"]


def verify(lines, tag):
    heads, command = {}, None
    for number, line in enumerate(lines, 1):
        entry = json.loads(line)
        where = "line %d (%s %s)" % (number, entry["bench"], entry["seq"])
        if canonical(entry) != line:
            return where + ": not in canonical form"
        chain = (entry["bench"], entry["epoch"])
        seq, prev = heads.get(chain, (0, "0" * 64))
        if entry["seq"] != seq + 1:
            return where + ": entry %d is missing" % (seq + 1)
        if entry["prev"] != prev:
            return where + ": does not follow the entry before it"
        if command and (entry["command"], entry["index"]) != command:
            return where + ": a command is not whole"
        whole = entry["index"] + 1 == entry["count"]
        command = None if whole else (entry["command"], entry["index"] + 1)
        if "signature" in entry and not signature_holds(entry):
            return where + ": what was signed is not what stands here"
        heads[chain] = (entry["seq"], sha(tag, line))
    return "the last command is not whole" if command else None


if __name__ == "__main__":
    with io.open(sys.argv[1], encoding="utf-8") as journal:
        all_lines = journal.read().split("\n")[:-1]
    wrong = verify(all_lines, "rotable-rehearsal-1" if "rehearsal" in sys.argv[2:] else "rotable-entry-1")
    print(wrong or "%d entries verified" % len(all_lines))
    sys.exit(1 if wrong else 0)
