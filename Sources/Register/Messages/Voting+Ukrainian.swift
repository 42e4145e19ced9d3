// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Voting {
  /// Proposals, votes, ballots and their counting, as the command tells them in Ukrainian.
  static let ukrainian: [String: String] = [
    "amendment.line": "{amendment}  від {author}: {title}; {status}",
    "amendment.proposal": "пропозиція",
    "ballot.approve": """
    у бюлетені {vote} не слова, а варіанти: назвіть прийнятні через --approve ПИТАННЯ=a,b
    """,
    "ballot.caution": "зверніть увагу: зараз у цьому відмовили б: {why}",
    "ballot.empty": "нічого не обрано; слова бюлетеня {vote}: {known}",
    "ballot.empty.approval": """
    нічого не обрано; назвіть варіанти {vote} через --approve ПИТАННЯ=a,b
    """,
    "ballot.ground_alone": "до підстави потрібне пояснення",
    "ballot.no_vote": "вкажіть голосування або аркуш голосування через --sheet",
    "ballot.one_key": "бюлетень підписують рівно одним ключем: вкажіть його через --key",
    "ballot.option": "«{found}» не є варіантом у {item}; є {known}",
    "ballot.picks":
      "у бюлетені на {item} щонайбільше {max|ім’я|імені|імен}",
    "ballot.twice.ranked": "когось поставлено двічі щодо {item}",
    "ballot.twice": "для {item} вказано два різні вибори",
    "ballot.which": "у {vote} {count|питання|питання|питань}; вкажіть, про яке йдеться",
    "ballot.which.hint": "наприклад --yes ПИТАННЯ або --rest yes для всіх неназваних",
    "ballot.word": "«{found}» немає в бюлетені {vote}; є {known}",
    "inbox.bad_signature": "підпис {names} не відповідає написаному",
    "inbox.bad_signature.hint": "його змінили дорогою; попросіть в автора інший примірник",
    "inbox.batch": "{done} із {total}",
    "inbox.code": "код: {code}",
    "inbox.garbage": "він не читається як підписаний акт",
    "inbox.hint": "що робити: {hint}",
    "inbox.known": "{path}: уже в реєстрі, запис {entry}",
    "inbox.more": "… і ще {count|акт|акти|актів}",
    "inbox.no_directory": "{path} не є текою",
    "inbox.no_folder": "вкажіть теку з актами або чия це скринька через --as чи --key",
    "inbox.no_key": """
    без ключа реєстратора (--key) відмови не залишають сліду в реєстрі
    """,
    "inbox.no_trace": "{path}: відмову не вдалося зафіксувати: {why}",
    "inbox.not_a_statement": "{path}: це не акт, не чіпаємо: {why}",
    "inbox.note": "{path}: не прийнято до {ledger}",
    "inbox.refused": "{path}: відмовлено: {why}",
    "inbox.refused.again": "{path}: знову відмовлено: {why}; зафіксовано в записі {entry}",
    "inbox.refused.traced": "{path}: відмовлено: {why}; зафіксовано в записі {entry}",
    "inbox.special": "це не звичайний файл",
    "inbox.sum": """
    {count|файл|файли|файлів}: записано {committed}, уже відомо {known}, відмовлено {refused}, \
    не акти {others}
    """,
    "inbox.system": "система каже: {error}",
    "inbox.title": "Чекає на {party}, станом на {now}",
    "inbox.too_large": "він більший за {max|байт|байти|байтів}",
    "inbox.trace": "відмову зафіксовано: запис {entry}",
    "inbox.unreadable": "те, що всередині, неможливо прочитати",
    "inbox.unsigned": "акт ще не підписано",
    "inbox.wrong": "прийнято не все: {count|файл|файли|файлів}",
    "option.shape": "{option} пишуть як {shape}, а не «{text}»",
    "option.twice": "{option} називає {name} двічі",
    "proposal.about": "про кого",
    "proposal.absent": "не з'явився",
    "proposal.adopted": "ухвалено",
    "proposal.amendment": "поправка",
    "proposal.attended": "вислухано",
    "proposal.by": "від кого",
    "proposal.debate": "обговорення до",
    "proposal.frozen": "текст закріплено",
    "proposal.hearing": "слухання",
    "proposal.matter": "питання",
    "proposal.next": "далі",
    "proposal.next.escalate": "запасне правило після {rule}, щойно про це попросять",
    "proposal.next.ratify": "підтвердження за правилом {rule} до {until}, інакше втратить чинність",
    "proposal.next.revise": "змінений текст, тоді голосування за правилом {rule}, коло {round}",
    "proposal.next.vote": "голосування за правилом {rule}, коло {round}",
    "proposal.no_text": "немає тексту: вкажіть файл через --text",
    "proposal.no_title": "немає назви: --title-uk, --title-en",
    "proposal.none": "пропозицій ще немає",
    "proposal.option": "варіант {name}",
    "proposal.paper": "документ {name}",
    "proposal.revised": "текст змінено",
    "proposal.seconds": "підтримали",
    "proposal.seconds.count": "{count} із {needed}",
    "proposal.shown": "{proposal}  {title}  {status}",
    "proposal.status.adopted": "ухвалено",
    "proposal.status.blocked": "заблоковано",
    "proposal.status.debated": "обговорюють",
    "proposal.status.expired": "строк дії минув",
    "proposal.status.frozen": "до голосування",
    "proposal.status.inquorate": "немає кворуму",
    "proposal.status.lapsed": "втратило чинність",
    "proposal.status.lost": "відхилено",
    "proposal.status.submitted": "чекає на підтримку",
    "proposal.status.void": "не відбулося",
    "proposal.status.withdrawn": "відкликано",
    "proposal.statutes": "нові правила",
    "proposal.submitted": "подано",
    "proposal.text": "текст {language}",
    "proposal.valid": "чинне до",
    "proposal.version": """
    зверніть увагу: це правила версії {found}; щоб їх ухвалити, потрібна версія {expected}
    """,
    "proposal.vote": "голосування",
    "proposal.vote.line": "{vote}, {rule}, коло {round}: {state}",
    "qr.empty": "{path} порожній",
    "qr.failed": "QR-код не вдалося зробити: {why}",
    "qr.scale": "--scale — число від 1 до 32",
    "qr.too_long": "у {path} {bytes|байт|байти|байтів}; QR-код вміщує {max}",
    "qr.too_long.hint": "надішліть сам файл; бюлетені й аркуші коротких голосувань уміщаються",
    "qr.written": "QR-код: {path}, ширина {width} пікселів",
    "seal.bad_identity": "у {path} немає ідентифікатора age або їх кілька",
    "seal.bad_identity.hint": "це один рядок, що починається з AGE-SECRET-KEY-1",
    "seal.bad_recipient": "«{text}» не є отримувачем age (age1…)",
    "seal.failed": "запечатати не вдалося: {why}",
    "seal.made": """
    ідентифікатор у {path}: лише для одного голосування; зробіть копію, бо без нього бюлетені не \
    порахувати
    """,
    "sheet.bad_signature": "{name} не підписував відкриття, яке несе цей аркуш",
    "sheet.bad_whole": "слова аркуша не ті, які підписав {name}",
    "sheet.grounds": "для блоку потрібні пояснення й одна з цих підстав: {grounds}",
    "sheet.head": "{vote} у {ledger}, відкрито до {closes}",
    "sheet.hint": "не голосуйте за ним; попросіть у реєстратора новий аркуш іншим шляхом",
    "sheet.impossible": "зробити аркуш для {vote} неможливо",
    "sheet.malformed": "{path} не є аркушем голосування (viche-ballot-sheet/1)",
    "sheet.malformed.hint": "його робить із реєстру viche ballot-sheet ГОЛОСУВАННЯ --out ФАЙЛ",
    "sheet.not_whole": """
    зверніть увагу: реєстратор підписав лише відкриття; назви, дайджести й слова правила такі, як \
    їх написав укладач аркуша
    """,
    "sheet.other_registrar": "аркуш від {found}, але ключ не той, який ви знаєте як {expected}",
    "sheet.other_vote": "аркуш для {vote}; «{found}» — ані його назва, ані слово бюлетеня",
    "sheet.registrar": "підписано {key}",
    "sheet.sealed": """
    бюлетень запечатано для {tellers}: до кінця його не прочитає ніхто, після — кожен
    """,
    "sheet.text": "текст {language}: {digest}",
    "sheet.words": "можна сказати: {words}",
    "sheet.written": "аркуш голосування: {path} ({bytes|байт|байти|байтів})",
    "submit.refused": "не записано: {count|акт|акти|актів}",
    "submit.traced": "Відмову зафіксовано: запис {entry}.",
    "tally.annulled": "рішенням голосування {vote} скасовано: його не рахують",
    "tally.bloc": "з них {roll}: {counts}, із {electors|виборця|виборців|виборців}",
    "tally.line": "{item}: {outcome}. {counts}, із {electors|виборця|виборців|виборців} ({vote})",
    "tally.rule": "кворум: {quorum}; більшість: {pass} (§ {clause})",
    "vote.aside": "{party} відступає від {item}",
    "vote.challenge": "оскарження {challenge} від {party}: {ground} ({verdict})",
    "vote.matter": "{matter}, {rule}, коло {round}:",
    "vote.no_recipient": "тут бюлетені запечатують, а отримувача для {tellers} не вказано",
    "vote.no_recipient.hint": """
    кожен член лічильної комісії робить його через viche seal keygen; вкажіть --teller-recipient \
    КЛЮЧ=age1…
    """,
    "vote.no_teller": "{name} не в лічильній комісії; у ній {tellers}",
    "vote.not_sealed": "за правилом {rule} бюлетені не запечатують; приберіть --teller-recipient",
    "vote.sealed": "бюлетені запечатано для {tellers}; відкрито {opened} із {count}",
    "vote.shown": """
    {vote}: {state}. {opens} – {closes}; взяли участь {part} із {electors} (§ {clause})
    """,
    "vote.silence": "Хто мовчить, не враховується ні за, ні проти, і не допомагає кворуму.",
    "vote.silence.against": """
    Хто мовчить, не допомагає ні кворуму, ні більшості, яку рахують від усіх, хто має голос.
    """,
    "vote.silence.agrees": "Хто мовчить, погоджується.",
    "vote.silence.nothing": "Хто мовчить, не враховується ні за, ні проти.",
    "vote.state.announced": "ще не відкрито",
    "vote.state.annulled": "скасовано",
    "vote.state.certified": "засвідчено",
    "vote.state.grace": "закрито, ще можуть надійти складені вчасно бюлетені",
    "vote.state.open": "відкрито",
    "vote.state.over": "час рахувати",
    "vote.state.sealed": "чекає на відкриття печаток",
    "vote.state.tallied": "пораховано, ще не засвідчено",
  ]
}
