#!/usr/bin/python3
"""Reads a journal file of version 1 or 2. Written from SPEC.md alone.

    read.py [--words] [--anchors FOLDER] [--count | --markdown] JOURNAL SECRET-FILE

SECRET-FILE holds the passphrase, or with --words the recovery words; one line
end at its end doesn't count. Records are printed as JSON, one a line. --count
prints "sound" and their number instead. --markdown prints the whole journal to be
read, by what internal/library/CONTENT.md says; records that don't open are
counted at its end. Whatever is wrong is named by its class
(SPEC.md, section 7) and ends the program with 1. The journal is never written to.

Needs Python 3.11 with SQLite 3.37, and argon2, nacl and cryptography: on Debian
python3-argon2, python3-nacl, python3-cryptography.
"""

import argparse
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import stat
import struct
import sys
import tempfile
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as xopen
from nacl.exceptions import CryptoError

LABEL = b"aftershift/1 "
TABLES = ["overview", "details", "draft", "revision", "object"]
SCHEMA = [("table", "vault", "CREATE TABLE vault(part INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT")]
SCHEMA += [("table", t, f"CREATE TABLE {t}(id INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT") for t in TABLES]
WORD_LIST = pathlib.Path(__file__).resolve().parents[2] / "seal" / "words.txt"


class Refused(Exception):
    """A journal, or a part of it, that a reader must not take; the class."""


def need(condition, kind):
    if not condition:
        raise Refused(kind)


# Section 1.

def unseal(key, box, aad, kind):
    need(len(box) >= 40, kind)
    try:
        return xopen(box[24:], aad, box[:24], key)
    except CryptoError:
        raise Refused(kind) from None


def hkdf(ikm, salt, purpose):
    return HKDF(SHA256(), 32, salt, LABEL + purpose).derive(ikm)


def blake(*parts, key=b""):
    h = hashlib.blake2b(digest_size=32, key=key)
    for part in parts:
        h.update(part)
    return h.digest()


# Sections 1 and 7: the file from outside.

def look(path):
    for p, may_lack in [(path, False), (path + "-journal", True)]:
        try:
            info = os.lstat(p)
        except FileNotFoundError:
            need(may_lack, "not found")
            continue
        need(stat.S_ISREG(info.st_mode) and info.st_nlink == 1, "permission")
    need(not os.path.lexists(path + "-wal"), "tampered")
    with open(path, "rb") as f:
        head = f.read(100)
    named = head.startswith(b"SQLite format 3\0")
    if len(head) < 100:
        raise Refused("damaged" if named else "invalid")
    version, = struct.unpack_from(">I", head, 60)
    ours = head[68:72] == b"AFTS"
    need(named or ours, "invalid")
    need(named and ours and version > 0, "damaged")
    need(version <= 2, "newer format")
    need(head[18:20] == b"\x01\x01", "damaged")


def hot(journal):
    """Whether the rollback journal holds what a crash left half done (section 7)."""
    try:
        with open(journal, "rb") as f:
            head = f.read(513)
    except FileNotFoundError:
        return False
    return len(head) > 512 and any(head[:8])


def connect(path, folder):
    if hot(path + "-journal"):
        copied = os.path.join(folder, "journal")
        for end in ("", "-journal"):
            shutil.copyfile(path + end, copied + end)
        sqlite3.connect(copied).execute("SELECT count(*) FROM sqlite_schema").fetchone()  # takes it back
        path = copied
    uri = pathlib.Path(os.path.abspath(path)).as_uri() + "?mode=ro"
    db = sqlite3.connect(uri, uri=True)
    db.execute("PRAGMA trusted_schema=OFF")
    db.execute("PRAGMA cell_size_check=ON")
    need(db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",), "damaged")
    need(db.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid").fetchall() == SCHEMA, "damaged")
    return db


# Section 2.

class Door:
    """Header and slots."""

    def __init__(self, db):
        parts = dict(db.execute("SELECT part, blob FROM vault"))
        need(sorted(parts) == [1, 2, 3, 4], "damaged")
        self.header, self.manifest, *self.slots = (parts[i] for i in (1, 2, 3, 4))
        magic, version, self.vault_id, self.epoch = self.split_header()
        need(magic == b"aftershift vault" and self.epoch > 0, "damaged")
        self.version, = db.execute("PRAGMA user_version").fetchone()
        need(version == self.version <= 2, "damaged")
        for kind, slot in enumerate(self.slots, 1):
            self.check_slot(kind, slot)

    def split_header(self):
        need(len(self.header) == 35, "damaged")
        return struct.unpack(">16sH16sB", self.header)

    def check_slot(self, kind, slot):
        need(len(slot) == 101 and slot[0] == kind, "damaged")
        m, t, lanes = struct.unpack_from(">III", slot, 1)
        if kind == 1:
            need(19456 <= m <= 1048576 and 1 <= t <= 16 and 1 <= lanes <= 8, "damaged")
        else:
            need((m, t, lanes) == (0, 0, 0), "damaged")

    def unlock(self, secret, by_words):
        """The vault key (section 3)."""
        slot = self.slots[1 if by_words else 0]
        salt = slot[13:29]
        if by_words:
            wrapping = hkdf(entropy(secret), salt, b"recovery")
        else:
            need(secret != "", "cannot unlock")
            m, t, lanes = struct.unpack_from(">III", slot, 1)
            typed = unicodedata.normalize("NFC", secret).encode()
            wrapping = hkdf(hash_secret_raw(typed, salt, t, m, lanes, 32, Type.ID), salt, b"passphrase")
        aad = LABEL + b"slot" + self.vault_id + slot[:29]
        return unseal(wrapping, slot[29:], aad, "cannot unlock")


def entropy(text):
    lines = WORD_LIST.read_text().splitlines()
    numbers = {w[:4]: i for i, w in enumerate(w for w in lines if w and not w.startswith("#"))}
    typed = re.findall(r"[^\W\d_]+", text.lower())
    need(len(typed) == 12 and all(w[:4] in numbers for w in typed), "cannot unlock")
    bits = 0
    for word in typed:
        bits = bits << 11 | numbers[word[:4]]
    out, check = (bits >> 4).to_bytes(16, "big"), bits & 15
    need(hashlib.sha256(out).digest()[0] >> 4 == check, "cannot unlock")
    return out


# Section 4.

def padded_size(table, n):
    if table == 1:
        return -(-n // 256) * 256
    if n <= 512:
        return 512
    e = n.bit_length() - 1
    grain = 1 << (e - e.bit_length())
    return -(-n // grain) * grain


def longest(table):
    """How long a record's blob may be (section 4)."""
    return 41 + (1 << 22 if table == 1 else (1 << 26) + (1 << 23) + 4096)


def unpad(table, padded):
    need(len(padded) >= 4, "damaged")
    length, = struct.unpack_from(">I", padded)
    need(length <= 1 << 26 and len(padded) <= longest(table) - 41 and padded_size(table, 4 + length) == len(padded), "damaged")
    need(not any(padded[4 + length:]), "damaged")
    return padded[4:4 + length]


class Vault:
    def __init__(self, db, door, key, lenient):
        self.db, self.door, self.strange = db, door, 0
        self.keys = {p: hkdf(key, door.vault_id, p.encode()) for p in ("records", "manifest", "rows", "tables", "anchor")}
        self.rows = {t: self.load(t, name, lenient) for t, name in enumerate(TABLES, 1)}
        self.links, self.loose = {}, {}  # nonces of details that overviews vouch for; details that none does

    def load(self, table, name, lenient):
        """The table's rows. One that no record can be is left out, if lenient."""
        rows = self.db.execute(f"SELECT id, blob FROM {name} ORDER BY id").fetchall()
        sound = [(i, b) for i, b in rows if i >= 1 and isinstance(b, bytes) and 41 <= len(b) <= longest(table)]
        need(lenient or len(sound) == len(rows), "damaged")
        self.strange += len(rows) - len(sound)
        return sound

    # Section 5.

    def open_manifest(self):
        d = self.door
        aad = LABEL + b"manifest" + d.vault_id + bytes([d.epoch])
        plain = unseal(self.keys["manifest"], d.manifest, aad, "damaged")
        need(len(plain) == 592, "damaged")
        self.generation, header_hash, self.previous = struct.unpack_from(">Q32s32s", plain)
        self.trail = list(struct.iter_unpack(">Q32s", plain[272:]))
        return header_hash, list(struct.iter_unpack(">Q32s", plain[72:272]))

    def check_header(self, header_hash):
        need(header_hash == blake(self.door.header, *self.door.slots), "tampered")

    def check_tables(self, tables):
        for table, stated in enumerate(tables, 1):
            need(stated == (len(self.rows[table]), self.digest(table)), "tampered")

    def digest(self, table):
        parts = [[] for _ in range(256)]
        for i, b in self.rows[table]:
            parts[i >> 55].append(struct.pack(">Q", i) + b[1:25] + b[-16:])
        number = bytes([table])
        if self.door.version == 1:
            return blake(number, *(row for part in parts for row in part), key=self.keys["rows"])
        return blake(number, *(blake(number, *part, key=self.keys["rows"]) for part in parts), key=self.keys["tables"])

    # Section 6.

    def check_anchor(self, folder):
        try:
            content = (pathlib.Path(folder) / (self.door.vault_id.hex() + ".anchor")).read_bytes()
        except FileNotFoundError:
            return
        entries = [content[i:i + 88] for i in (0, 88)]
        need(any(len(e) == 88 and self.agrees(e) for e in entries), "tampered")

    def agrees(self, entry):
        vault_id, generation, state = struct.unpack_from(">16sQ32s", entry)
        if vault_id != self.door.vault_id or entry[56:] != blake(entry[:56], key=self.keys["anchor"]):
            return False
        if generation >= self.generation:
            return (generation, state) == (self.generation, blake(self.door.manifest))
        return (generation + 1, state) == (self.generation, self.previous) or (generation, state) in self.trail

    # Section 4 again.

    def records(self, lenient=False):
        for table, rows in self.rows.items():
            for i, blob in rows:
                try:
                    yield TABLES[table - 1], i, self.open_record(table, i, blob)
                except Refused:
                    if not lenient:
                        raise
                    yield "damaged", i, b""

    def open_record(self, table, i, blob):
        d = self.door
        need(blob[0] == d.epoch, "damaged")
        aad = LABEL + b"record" + d.vault_id + struct.pack(">BQB", table, i, d.epoch)
        content = unpad(table, unseal(self.keys["records"], blob[1:], aad, "damaged"))
        if table == 1:
            need(len(content) >= 24, "damaged")
            self.links[i] = content[:24]
            content = content[24:]
        if table == 2 and self.links.get(i) != blob[1:25]:
            self.loose[i] = "not what its overview vouches for" if i in self.links else "its overview is lost"
        return content


def read(path, secret, by_words, anchors, lenient=False):
    with tempfile.TemporaryDirectory() as folder:
        return read_with(folder, path, secret, by_words, anchors, lenient)


def read_with(folder, path, secret, by_words, anchors, lenient):
    look(path)
    try:
        db = connect(path, folder)
        door = Door(db)
        vault = Vault(db, door, door.unlock(secret, by_words), lenient)
        header_hash, tables = vault.open_manifest()
        vault.check_header(header_hash)
        try:
            vault.check_tables(tables)
        except Refused as refused:
            if not lenient:
                raise
            print(f"Warning: {refused}: records were taken away, added or exchanged.\n")
        if vault.strange:
            print(f"Warning: {vault.strange} rows are left out that no record can be.\n")
    except sqlite3.Error:
        raise Refused("damaged") from None
    if anchors:
        vault.check_anchor(anchors)
    return list(vault.records(lenient)), vault.loose


# What the records hold: internal/library/CONTENT.md.

def entry(content):
    """An entry's head, and its sections as pairs of key and text."""
    size, shift, at = 0, 0, 0
    while True:
        size |= (content[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if content[at - 1] < 128:
            break
    head, texts = json.loads(content[at:at + size]), content[at + size:]
    parts = []
    for section, length in zip(head["sections"], head["lengths"], strict=True):
        parts.append((section["key"], texts[:length].decode("utf-8", "replace")))
        texts = texts[length:]
    return head, parts


KINDS = {
    "relationship": "People for supervision", "session": "Sessions", "item": "Agenda items", "action": "Actions",
    "share": "Copies that left the journal", "hours": "Hours", "cpd": "Pieces of professional development",
    "evidence": "Evidence of competences", "pack": "Rules and frameworks in use",
    "group": "Groups", "member": "Members of groups", "meeting": "Meetings of groups", "others_note": "Notes about others’ cases",
    "procedure": "Own run-sheets", "agreement": "Agreements", "goal": "Goals", "evaluation": "How it goes with somebody",
    "practice": "What helped", "tie": "What somebody is there for", "settings": "Settings", "themes": "Own themes", "templates": "Own templates", "people": "Register of people",
    "tombstone": "Deleted for good", "loss": "Records found missing",
    "revived": "Taken out and put back", "superseded": "Kept when two copies came together",
}
TITLES = ["title", "name", "text", "file"]


def lines(value, indent=""):
    """A JSON value as a Markdown list."""
    if isinstance(value, dict):
        for key, each in value.items():
            if isinstance(each, (dict, list)) and each:
                yield f"{indent}- {key}:"
                yield from lines(each, indent + "  ")
            elif each not in ("", None, [], {}):
                yield f"{indent}- {key}: " + str(each).replace("\n", "\n" + indent + "  ")
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, (dict, list)):
                yield f"{indent}-"
                yield from lines(each, indent + "  ")
            else:
                yield f"{indent}- {each}"


def print_entry(heading, content):
    head, parts = entry(content)
    print(f"\n### {heading}{head['date']} {head['title']}".rstrip())
    for key, text in parts:
        if text:
            print(f"\n*{key}*\n\n{text}")
    marks = {k: v for k, v in head.items() if k not in ("title", "sections", "lengths", "date")}
    print("\n" + "\n".join(lines(marks)))


def readable(table, content):
    """Whether the content is what CONTENT.md says, as far as printing needs."""
    try:
        if table == "object":
            o = json.loads(content)
            return isinstance(o["kind"], str) and "body" in o
        if table in ("details", "draft", "revision"):
            return isinstance(entry(content)[0]["date"], str)
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
    return True


def print_markdown(records, loose):
    """Prints a whole journal; what isn't known is printed as it stands."""
    print("# Journal")
    records = [(t if readable(t, content) else "damaged", i, content) for t, i, content in records]
    for table, heading, prefix in [("details", "Entries", ""), ("draft", "Being written", ""), ("revision", "Earlier versions", "")]:
        mine = [(i, content) for t, i, content in records if t == table]
        if mine:
            print(f"\n## {heading}")
        for i, content in sorted(mine, key=lambda r: entry(r[1])[0]["date"]):
            print_entry(prefix, content)
            if table == "details" and i in loose:
                print(f"\nWarning: {loose[i]}.")
    objects = [json.loads(content) for t, _, content in records if t == "object"]
    unknown = sorted({o["kind"] for o in objects} - set(KINDS))
    for kind in [*KINDS, *unknown]:
        mine = [o["body"] for o in objects if o["kind"] == kind]
        if mine:
            print(f"\n## {KINDS.get(kind, kind + ' (of a later version)')}")
        for body in mine:
            if isinstance(body, dict):
                title = next((body[t] for t in TITLES if body.get(t)), "")
                print(f"\n### {title}".rstrip(" #"))
            print("\n" + "\n".join(lines(body)))
    damaged = sum(1 for t, _, _ in records if t == "damaged")
    if damaged:
        print(f"\n## Damaged\n\n{damaged} records can't be read.")


def tell(arguments):
    options = argparse.ArgumentParser(description="Reads a journal file of version 1 or 2.")
    options.add_argument("--words", action="store_true", help="the secret is the recovery words")
    options.add_argument("--anchors", metavar="FOLDER", help="compare with the anchor in this folder")
    options.add_argument("--count", action="store_true", help="print how many records there are, not what they hold")
    options.add_argument("--markdown", action="store_true", help="print the whole journal to be read")
    options.add_argument("journal")
    options.add_argument("secret_file")
    given = options.parse_args(arguments)
    with open(given.secret_file, encoding="utf-8-sig", newline="") as f:
        secret = re.sub(r"\r?\n\Z", "", f.read())
    try:
        records, loose = read(given.journal, secret, given.words, given.anchors, given.markdown)
    except Refused as refused:
        print(refused)
        return 1
    if given.count:
        print("sound", len(records))
        return 0
    if given.markdown:
        print_markdown(records, loose)
        return 0
    for table, i, content in records:
        print(json.dumps({"table": table, "id": i, "content": content.decode("utf-8", "backslashreplace")}, ensure_ascii=False))
    return 0


def main():
    """Reads one journal; with --each, one for every line, a JSON list of arguments."""
    if sys.argv[1:] != ["--each"]:
        return tell(sys.argv[1:])
    for line in sys.stdin:
        tell(json.loads(line))
    return 0


if __name__ == "__main__":
    sys.exit(main())
