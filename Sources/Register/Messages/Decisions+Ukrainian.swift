// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Decisions {
  /// The story of a decision, and what a text is, in Ukrainian.
  static let ukrainian: [String: String] = [
    "decision.head": "{id}, {title}: {status}",
    "decision.head.adopted": "{id}, {title}: {status} ({adopted})",
    "standing.debated": "обговорюють",
    "standing.frozen": "чекає на голосування",
    "standing.voting": "триває голосування",
    "standing.adopted": "ухвалено",
    "standing.lost": "не підтримано",
    "standing.inquorate": "без кворуму",
    "standing.blocked": "заблоковано",
    "standing.void": "не було кому вирішувати",
    "standing.withdrawn": "відкликано",
    "standing.lapsed": "ухвалено, але не підтверджено",
    "standing.expired": "ухвалено, але строк минув",
    // Where it comes from.
    "decision.application": "надійшла в наборі {call}, {at}",
    "decision.origin": "питання: {matter} (§ {clause}, версія {version}); вносить {proposer}, {at}",
    "decision.origin.seconded": """
    питання: {matter} (§ {clause}, версія {version}); вносить {proposer}, {at}; \
    підтримали внесення: {seconds}
    """,
    "decision.about": "стосується {party}",
    "decision.about.heard": "стосується {party}; організацію вислухано",
    "decision.about.absent": "стосується {party}; на слухання організація не з'явилася",
    "decision.frozen": "текст зафіксовано {at}",
    "decision.revised": "текст змінено між спробами, {at}",
    "decision.text": "текст, {language}: {digest}",
    "decision.text.binding": "текст, {language}, чинний: {digest}",
    "decision.paper": "документ {name}: {digest}",
    "decision.amendment": "правка {amendment} від {party}, {title}: {state}",
    "decision.amendment.pending": "ще не вирішено",
    "decision.amendment.accepted": "прийняв ініціатор",
    "decision.amendment.carried": "підтримано",
    "decision.amendment.lost": "не підтримано",
    "decision.amendment.withdrawn": "відкликано",
    "decision.objection": "заперечення {objection} від {party}, {state}: «{ground}»",
    "decision.objection.answered": "є відповідь",
    "decision.objection.unanswered": "без відповіді",
    "decision.objection.withdrawn": "відкликано",
    "language_adjective.en": "англійською",
    "language_adjective.uk": "українською",
    // Votes.
    "decision.vote": "{vote}: {outcome}, за правилом {rule}, спроба {round} (§ rules.{rule}), {at}",
    "decision.vote.annulled": "{vote}: скасовано рішенням, {at}",
    "decision.vote.counted":
      "{vote}: за підрахунком {outcome}, ще не засвідчено, правило {rule}, спроба {round} (§ rules.{rule})",
    "decision.vote.open":
      "{vote}: триває до {at}, правило {rule}, спроба {round} (§ rules.{rule}); узяли участь {part} із {electors}",
    "decision.vote.closed":
      "{vote}: завершено {at}, ще не пораховано; узяли участь {part} із {electors}",
    "decision.block": "{party} блокує",
    "decision.block.reason": "{party} блокує: «{text}»",
    "decision.block.ground": "{party} блокує ({ground}): «{text}»",
    "decision.stand_aside": "{party} — осторонь",
    "decision.stand_aside.reason": "{party} — осторонь: «{text}»",
    "decision.stand_aside.ground": "{party} — осторонь ({ground}): «{text}»",
    "decision.object": "{party} заперечує",
    "decision.object.reason": "{party} заперечує: «{text}»",
    "decision.object.ground": "{party} заперечує ({ground}): «{text}»",
    "decision.set_aside": "{line} — за рішенням це рахують як «осторонь»",
    "decision.challenge": "оскарження {challenge} від {party}, {verdict}: «{ground}»",
    "decision.appeal": "скарга {appeal}, {at}, {verdict}: «{ground}»",
    "decision.pending": "рішення ще немає",
    "decision.escalation": "спроби вичерпано: можна просити правила {rule}",
    // In force or not, and what hangs on it.
    "decision.ratification":
      "утратить чинність, якщо до {before} не підтвердять за правилом {rule}",
    "decision.ratification.lost": "за правилом {rule} не підтверджено, {at}",
    "decision.ratification.over": "до {before} за правилом {rule} не підтверджено",
    "decision.ratified": "підтверджено за правилом {rule}, {at}",
    "decision.in_force": "зараз чинне",
    "decision.in_force.until": "зараз чинне, до {until}",
    "decision.not_in_force": "зараз не чинне: {status}",
    "decision.statutes.taken": "нові правила за ним уже записано",
    "decision.statutes.waiting": "нові правила за ним ще не записано",
    "decision.issued": "заява для загалу {statement}, {channel}, {at} (запис {entry})",
    "decision.mandate": "мандат {mandate} має {holder} до {until}: {scope}",
    "decision.mandate.ended": "мандат {mandate} мав {holder}, припинено {until}: {scope}",
    "decision.agreement": "угода {agreement}: {parties}; підписано {signed}",
    "decision.agreement.until": "угода {agreement}: {parties}; підписано {signed}, діє до {until}",
    "decision.agreement.ended":
      "угода {agreement}: {parties}; підписано {signed}, припинено {until}",
    "decision.action": "завдання {action}, {owner}, до {due}, {state}: {text}",
    "decision.overdue": "строк минув",
    "decision.not_started": "ще не взято до виконання",
    // What a text is.
    "check.unknown": "невідомо: у цьому реєстрі такого тексту не названо",
    "check.adopted": "ухвалено як {proposal}, {title}, {at} (голосування {vote}): зараз чинне",
    "check.adopted.until":
      "ухвалено як {proposal}, {title}, {at} (голосування {vote}): зараз чинне, до {until}",
    "check.ended":
      "було ухвалено як {proposal}, {title}, {at} (голосування {vote}), але вже не чинне: {status}",
    "check.proposal": "не рішення: це текст пропозиції {proposal}, {title}: {status}",
    "check.amendment": "не рішення: це текст правки {amendment} до {proposal}: {state}",
    "check.agreement": "угода {agreement}: {parties}; підписано {at}, чинна",
    "check.agreement.until": "угода {agreement}: {parties}; підписано {at}, чинна до {until}",
    "check.agreement.ended": "угода {agreement}: {parties}; підписано {at}, припинено {until}",
    "check.issued":
      "оприлюднено від імені всіх як {id}, на підставі {proposal}, {at} (запис {entry}): {note}",
    "check.disavowed": "визнано чужим {at} (запис {entry}): {note}",
    "check.external":
      "рішення іншого органу, {id}, записано {at} (запис {entry}); його ухвалив {note}",
    "check.document": "документ, {note}, зареєстровано {at} (запис {entry}); це не рішення",
  ]
}
