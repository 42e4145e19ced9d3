# SPDX-License-Identifier: Apache-2.0
"""Documents, complaints, and acts that were turned away."""

from .. import encoding
from ..differences import need_same
from ..errors import Refused, need
from ..forms import check_statement
from ..notes import decode_author_lines
from .signers import Signers


class Papers:
    """The rules of documents, complaints and refused acts."""

    def rule_document_registered(self, s):
        self.need_new(self.documents, s, "sha256")
        self.need_language(s["title"])
        return self.by_registrar(s), lambda: self.documents.add(s["sha256"])

    def rule_complaint_filed(self, s):
        self.need_new(self.complaints, s, "complaint")
        return [Signers(self.any_key())], lambda: self.complaints.update({s["complaint"]: False})

    def rule_complaint_answered(self, s):
        need(not self.known(self.complaints, s, "complaint"), "thing_exists", "the complaint was answered")
        return self.by_registrar(s), lambda: self.complaints.update({s["complaint"]: True})

    REFUSABLE = set("""application.submitted application.repaired application.withdrawn review.submitted
        objection.raised objection.answered proposal.submitted proposal.seconded amendment.proposed ballot.cast
        ballot.revoked proxy.given conflict.declared vote.challenged appeal.filed
        nomination.made nomination.accepted nomination.withdrawn""".split())

    def rule_act_refused(self, s):
        line = s["statement"].encode()
        inner = check_statement(encoding.decode_json(line))
        signatures = decode_author_lines([line.encode() for line in s["signatures"]])
        need(inner["type"] in self.REFUSABLE, "not_refusable")
        outer, reason = dict(self.__dict__), None
        try:
            self.judge(inner, line + b"\n", signatures, self.now, self.number)
        except Refused as refusal:
            reason = refusal.code
        finally:
            self.__dict__.update(outer)
        need(reason != "bad_signature", "bad_signature", "the refused statement's signature does not hold")
        need_same(s["reason"], reason, "wrong_refusal")
        return self.by_registrar(s), lambda: setattr(self, "signature_count", self.signature_count + len(signatures))
