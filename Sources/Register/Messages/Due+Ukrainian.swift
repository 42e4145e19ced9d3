// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Due {
  /// What is due, by whom and until when in Ukrainian.
  static let ukrainian: [String: String] = [
    "due.line": "{when}  {who}: {what} (§ {clause})",
    "due.now": "зараз",
    // Who.
    "who.registrar": "реєстратор",
    "who.teller": "лічильники",
    "who.applicants": "заявники",
    "who.applicant": "заявник {application}",
    "who.members": "члени",
    // What.
    "due.call_opens": "відкривається набір {call}",
    "due.call_open": "триває набір {call}: поки {count|заява|заяви|заяв}",
    "due.call_grace":
      "набір {call} закрито, приймають лише складене вчасно: {count|заява|заяви|заяв}",
    "due.call_close": "закрити набір {call}: {count|заява|заяви|заяв}",
    "due.screen": "перевірити {count|заяву|заяви|заяв} у наборі {call}",
    "due.rescreen": "перевірити знову {count|заяву|заяви|заяв} у наборі {call}",
    "due.repair": "доопрацювати {application}: {reasons}",
    "due.diligence": "установити рівень перевірки для {count|заяви|заяв|заяв} у наборі {call}",
    "due.assign": "призначити рецензентів для {count|заяви|заяв|заяв} у наборі {call}",
    "due.reviews": "подати рецензії на {count|заяву|заяви|заяв}: {applications}",
    "due.reviews_short": "замало рецензій на {applications}, а вікно вже закрите",
    "due.shortlist": "опублікувати перелік набору {call}",
    "due.objections":
      "у наборі {call} можна заперечувати: поки {count|заперечення|заперечення|заперечень}",
    "due.answer": "відповісти на заперечення {objection}",
    "due.open_vote": "відкрити голосування за {count|заяву|заяви|заяв} у наборі {call}",
    "due.vote_opens": "відкривається голосування {vote}",
    "due.voting": "голосувати в {vote}: взяли участь {tookPart} із {electors}",
    "due.voting.quorum":
      "голосувати в {vote}: взяли участь {tookPart} із {electors}, кворум {quorum}",
    "due.ballots_grace": """
    {vote} закрито, приймають лише складені вчасно бюлетені: взяли участь {tookPart} із \
    {electors}
    """,
    "due.tally": "опублікувати підсумок {vote}",
    "due.certify": "засвідчити результат {vote}",
    "due.appeal": "вирішити скаргу {appeal} від {application}",
    "due.onboarding": "ще потрібно: {missing}",
    "due.admit": "записати {application} як члена",
    "need.key.enrolled": "зареєстрований ключ",
    "need.representative.appointed": "представник",
  ]
}
