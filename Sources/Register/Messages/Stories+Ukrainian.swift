// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Stories {
  /// What an entry, a decision and a member's part are told with, in Ukrainian.
  static let ukrainian: [String: String] = [
    // Who signed, by which clause.
    "story.allowed": "дозволено",
    "story.allowed.always": "жодним пунктом: так заведено в кожному журналі, хоч які його правила",
    "story.clauses": "{clauses} (правила, версія {version})",
    "story.signer": "{key} – {as}",
    "story.as.votes": "голосує за {party}",
    "story.as.alternate": "голосує за {party} як заступник",
    "story.as.member": "належить до {party}, без права голосу",
    "story.as.applicant": "ключ заявника {application}",
    "story.as.new": "зареєстрований цим записом",
    "story.as.nobody": "у реєстрі нічий",
    "story.refusal": "чому",
    "story.changed": "змінило",
    // Values in a statement.
    "story.yes": "так",
    "story.no": "ні",
    "story.empty": "–",
    "story.sealed": "запечатано ({count|знак|знаки|знаків} base64)",
    "story.receipt": "квитанція, {count|байт|байти|байтів}",
    "story.statutes": "{policy}, версія {version}: їх розповідає viche statutes explain",
    "story.refused": "відхилено",
    "ranked.true": "взято",
    // How each group voted, and by which statutes.
    "story.division": "{by}, {group}: {counts}; участь {count} із {electors}",
    "story.division.turnout": "{by}, {group}: участь {count} із {electors}",
    "decision.statutes": """
    правила {policy}, версія {version}; обов'язковий текст {binding}, також {others}; SHA-256 \
    {digest}
    """,
    "decision.statutes.one":
      "правила {policy}, версія {version}, текст лише {binding}; SHA-256 {digest}",
    "decision.entries": """
    відкрито записом {opened}, підраховано {tally}, засвідчено {certificate}; viche explain \
    entry {certificate}
    """,
    "decision.term": "{party} обіймає {seat} від {from} до {until} ({nomination})",
    "story.decision.unknown": """
    рішення {name} немає: ні пропозиції, правки, заяви, виборів, голосування, заперечення, ні \
    оскарження
    """,
    // A member's part.
    "part.joined": """
    вступ за заявою {application}, прийнято записом {entry} ({rule}); viche explain decision \
    {application}
    """,
    "part.founder": "засновник, за записом 0",
    "part.seat": "{seat} від {from} до {until}, {origin}",
    "part.origin.founding": "від заснування",
    "part.origin.named": "названо",
    "part.origin.elected": "обрано в {vote}",
    "part.until.open": "перших виборів",
    "part.days": "{count|день|дні|днів} (з {whole} днів головування досі)",
    "part.ballots": "{part} з {whole}, у яких мав голос",
    "part.majority": "{part} з {whole}, де став на бік",
    "part.proposal": "{proposal}, {title}: {status}",
    "part.heading.seats": "місця",
    "part.heading.days": "дні головування",
    "part.heading.ballots": "подано голосів",
    "part.heading.majority": "у більшості",
    "part.heading.proposals": "пропозиції",
    "part.heading.mandates": "мандати",
    "part.heading.actions": "відкриті завдання",
    "part.heading.joined": "вступ",
    "part.history": "що його стосується, без голосів; більше скаже viche explain entry N:",
    "part.unknown": "немає ні члена, ні заявника {name}",
    "part.unknown.hint": "назви каже viche member list --all",
    "part.several": "{name} – це можуть бути кілька: {names}",
    "part.several.hint": "назвіть за журналом, як-от {first}",
  ]
}
