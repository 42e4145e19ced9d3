# SPDX-License-Identifier: Apache-2.0
"""What the command asks of a log, from reading it to the verdict."""

import os

from .answers import Answers
from .errors import Broken, Malformed
from .evidence import EVIDENCE_MAX, ForkEvidence
from .kept import KEPT_MAX, Kept, check_receipt, kept_receipt, new_since
from .log import check
from .memory import Memory
from .notes import AUTHOR, WITNESS, decode_vkey
from .policy import POLICY_MAX, AllOf, Policy, check_policy
from .progress import Progress
from .remains import OF_THE_LOG, remains_of, say_of_remains
from .report import as_json, as_text, evidence_as_json, evidence_as_text
from .source import read_file, tile_source
from .tiles import Published

EXIT_BROKEN, EXIT_USAGE, EXIT_MALFORMED, EXIT_NO_INPUT, EXIT_TROUBLE = 1, 64, 65, 66, 74
VKEY_MAX = 4096


class Questions:
    """What is asked; the files that people bring are read before the log, which takes longer."""

    def __init__(self, options):
        self.place = options.log
        self.log_keys = [self.key(text, "--log-key") for text in options.log_key]
        self.receipts = [self.kept_file(path, kept_receipt) for path in options.receipt]
        self.since = self.kept_file(options.since, Kept)
        self.memory = options.remember and Memory(options.remember)
        self.policy = self.file(options.policy, POLICY_MAX, Policy)
        if options.witness:
            self.policy = AllOf([self.key(text, "--witness", WITNESS) for text in options.witness])
        self.evidence = self.file(options.fork_evidence, EVIDENCE_MAX, ForkEvidence)
        self.tiles = options.log and tile_source(options.log, options.timeout, options.allow_http)

    @staticmethod
    def file(path, most, read):
        """What a file holds, if one is named."""
        if path is None:
            return None
        data = read_file(path, most)
        try:
            if data is None:
                raise Malformed("longer than %d bytes" % most)
            return read(data)
        except Malformed as error:
            raise Malformed("%s: %s" % (path, error))

    def kept_file(self, path, read):
        return self.file(path, KEPT_MAX, lambda data: read(data, path))

    def key(self, text, option, type_=AUTHOR):
        """A verifier key, or that in a file."""
        if os.path.isfile(text):
            return self.file(text, VKEY_MAX, lambda data: decode_vkey(data.decode("latin-1").strip(), type_))
        try:
            return decode_vkey(text, type_)
        except Malformed as error:
            raise Malformed("%s: %s" % (option, error))

    @property
    def expected_key(self):
        """The key that the log must have, if one was named."""
        return self.log_keys[0] if self.log_keys else None

    @property
    def kept(self):
        """All that was kept."""
        return self.receipts + [each for each in (self.since, self.memory and self.memory.kept) if each]


class Verdict:
    """What is to be said of a log, and whether it is good."""

    def __init__(self, state, broken, answers=None):
        self.state, self.broken, self.answers = state, broken, answers
        self.good = broken is None and answers.satisfied

    def json(self):
        return as_json(self.state, self.broken, self.answers)

    def text(self):
        return as_text(self.state, self.broken, self.answers)


class Copy:
    """The copy of a log that is judged: a file, or what the tiles make."""

    def __init__(self, questions, progress):
        self.questions, self.progress = questions, progress
        self.published = Published(questions.tiles, progress.tell("reading")) if questions.tiles else None
        self.file = None

    def data(self):
        """The file's bytes; of tiles, as far as they could be read; None before there are any."""
        if self.published and self.published.checkpoint:
            return self.published.file
        return self.file

    def state(self):
        """The state of a log that holds, or Broken."""
        if self.published:
            self.published.read()
        else:
            self.file = read_file(self.questions.place)
            if self.file is None:
                raise Broken("foreign", "too_large", "more than 1 GiB")
        state, broken = check(self.data(), self.questions.expected_key, self.progress.tell("verifying"))
        if broken:
            raise self.published.placed(broken) if self.published else broken
        return state


def judge(questions):
    """Reads the log, checks it whole, then asks the questions."""
    progress = Progress()
    copy = Copy(questions, progress)
    try:
        state = copy.state()
        verdict = Verdict(state, None, answers_to(questions, state))
        if verdict.good and questions.memory:
            questions.memory.write(state.heads[-1])
        return verdict
    except Broken as broken:
        if questions.kept and broken.kind in OF_THE_LOG:
            broken.kept = say_of_remains(remains_of(copy.data(), questions.expected_key), questions.kept)
        return Verdict(None, broken)
    finally:
        progress.end()


def answers_to(questions, state):
    """What a log that holds says of the questions; Broken where it is not the one that was meant or kept."""
    for kept in questions.receipts:
        check_receipt(state, kept)
    since = questions.since and new_since(state, questions.since)
    remembered = questions.memory and questions.memory.compared(state)
    witnessed = questions.policy and check_policy(state, questions.policy)
    key_known = bool(questions.log_keys or questions.policy and questions.policy.logs)
    return Answers(len(questions.receipts), since, remembered, witnessed, questions.tiles is not None, key_known)


class EvidenceVerdict:
    """What evidence of a fork proves."""

    def __init__(self, evidence, problem):
        self.evidence, self.problem, self.good = evidence, problem, problem is None

    def json(self):
        return evidence_as_json(self.evidence, self.problem)

    def text(self):
        return evidence_as_text(self.evidence, self.problem)


def judge_evidence(questions):
    """Whether a file proves that the log's key signed two histories."""
    return EvidenceVerdict(questions.evidence, questions.evidence.problem(questions.log_keys))
