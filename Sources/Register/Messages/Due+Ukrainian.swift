// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Due {
  /// What is due, by whom and until when in Ukrainian.
  static let ukrainian: [String: String] = [
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
    "due.second":
      "підтримати внесення {proposal}, щоб його обговорили: бракує {count|підтримки|підтримок|підтримок}",
    "due.debate": "обговорити {proposal}",
    "due.amendment": "прийняти правку {amendment} до {proposal} або дати проголосувати за неї",
    "due.freeze": "завершити обговорення {proposal} і зафіксувати текст",
    "due.hearing": "слухання щодо {proposal}: {party}",
    "due.hearing_over": "записати, чи вислухали {party} щодо {proposal}",
    "due.open_vote_on": "відкрити голосування щодо {proposal}, за правилом {rule}",
    "due.revise": "змінити {proposal}: після блоку її голосують знову, лише якщо її змінено",
    "due.escalate": "попросити правила {rule} щодо {proposal}, якщо треба йти далі",
    "due.ratify":
      "{proposal} утратить чинність, якщо не підтвердити за правилом {rule}: відкрийте голосування вчасно",
    "due.record_statutes": "записати нові правила за {proposal}",
    "due.statutes_begin": "набуває чинності версія {version} правил",
    "due.report": "звітувати про {occasion} за мандатом {mandate}",
    "due.report_overdue": "строк минув: звіт про {occasion} за мандатом {mandate}",
    "due.report_overdue_by": "{by} прострочує звіт про {occasion} за мандатом {mandate}",
    "due.action": "{action}, за {proposal}: {text}",
    "due.action_overdue": "строк минув: {action}, за {proposal}: {text}",
    "due.action_overdue_by": "{by} прострочує {action}, за {proposal}: {text}",
    "due.complaint": "відповісти на звернення {complaint}",
    "due.seal": "відкрити свою частину закритих бюлетенів {vote}",
    "due.challenge": "вирішити оскарження {challenge} щодо {vote}",
    "due.challengeable": "оскаржити підрахунок {vote}, якщо він хибний",
    "due.nominations":
      "висувати на {places} на виборах {election}: поки {count|кандидат|кандидати|кандидатів}",
    "due.acceptance": "погодитися на {nomination} на виборах {election}, {seat}, інакше не рахують",
    "due.open_election": "відкрити голосування на виборах {election}",
    "due.open_election.nobody": "на виборах {election} ніхто не балотується",
    "due.seat_empty":
      "{seat}: {count|порожнє місце|порожні місця|порожніх місць}; заповнити наступним за підрахунком або оголосити висування",
    "due.terms_end": "призначити вибори: завершуються повноваження {parties} у {seat}",
    // To one member.
    "due.member.suspended":
      "участь вашої організації призупинено за {proposal}: голосу вона не має",
    "due.member.vote_opens": "починається голосування {vote}",
    "due.member.vote": "проголосувати в {vote}: {items}",
    "due.member.vote_many": "проголосувати в {vote}: {count|питання|питання|питань}",
    "due.member.voted": "ви вже проголосували в {vote}; пізніший бюлетень його замінить",
    "due.member.shared": "ваш спільний голос у {vote} подає {voter}",
    "due.member.proxied": "{party} голосує за вас у {vote}, якщо не проголосуєте самі",
    "due.member.recused":
      "щодо {item} ваша організація не голосує: вона пов'язана з предметом ({relation})",
    "due.member.grace": "голосування {vote} завершено; складене вчасно ще може надійти",
    "due.member.challenge": "оскаржити підрахунок {vote}, якщо він хибний",
    "due.member.second": "підтримати внесення {proposal}, щоб його обговорили",
    "due.member.discuss": "обговорити {proposal}",
    "due.member.hearing": "висловитися щодо {proposal}, яке стосується вашої організації",
    "due.member.appeal": "подати скаргу на {proposal}, якщо вважаєте його хибним",
    "due.member.object": "заперечити проти когось із переліку набору {call}, якщо є підстави",
    "due.member.nominate": "висунути когось на {places} на виборах {election}",
    "due.member.accept": "погодитися на {nomination} на виборах {election}, {seat}",
    // What it means to do nothing.
    "silence.no_objection": "ваше мовчання означає, що ви не заперечуєте",
    "silence.not_counted": "ваше мовчання не рахують ні «за», ні «проти»",
    "silence.quorum":
      "ваше мовчання не рахують, але для кворуму мають узяти участь {quorum} із {whole}",
    "silence.against":
      "ваше мовчання — не згода: мають погодитися {least} із {whole}, інакше не ухвалено",
    "silence.proxy": "якщо вашого бюлетеня немає, за вас рахують бюлетень {party}",
    "silence.not_debated":
      "без {count|підтримки|підтримок|підтримок} пропозицію не обговорюють",
    "silence.text_stays": "без правки за текст голосують таким, яким він є",
    "silence.unheard": "після цього вирішують без вас",
    "silence.stands": "після цього рішення лишається чинним",
    "silence.count_stands": "після цього підрахунок засвідчують таким, яким він є",
    "silence.shown": "коли строк мине, це бачитимуть усі",
    "silence.does_not_stand": "без обох згод це не кандидат",
    "due.tally": "опублікувати підсумок {vote}",
    "due.certify": "засвідчити результат {vote}",
    "due.appeal": "вирішити скаргу {appeal} від {application}",
    "due.onboarding": "ще потрібно: {missing}",
    "due.admit": "записати {application} як члена",
    "need.key.enrolled": "зареєстрований ключ",
    "need.representative.appointed": "представник",
  ]
}
