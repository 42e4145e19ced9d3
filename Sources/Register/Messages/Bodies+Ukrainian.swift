// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Bodies {
  /// Chairs, meetings, alternates, members that change, mandates by election and lots in Ukrainian.
  static let ukrainian: [String: String] = [
    // Entries.
    "entry.party.updated": "відтепер про {party} відомо інше: {facts}",
    "entry.party.merged": "{party} приєднується до {into} й виходить",
    "entry.meeting.held": "засідання {body} відбулося {held} ({meeting}); присутні: {present}",
    "entry.seat.vacated.absent":
      "{party} втрачає місце, {seat}: пропущено {meetings}. Підстава: {ground}",
    "entry.seat.named": "на вільне місце {seat} названо {party}, до {until}",
    "entry.alternate.named": "{party} у {seat} заступає {alternate}",
    "entry.chair.rotated": "від {from} у {body} {=count|головує|головують|головують} {chairs}",
    "entry.chair.declined": "{actor} не хоче головувати в {body} наступної черги",
    "entry.mandate.granted.vote":
      "{holder} за результатом {vote} дістає мандат {mandate} до {until}: {scope}",
    "entry.mandate.granted.alternate":
      "{holder} за {proposal} дістає мандат {mandate} до {until}, заступає {alternate}: {scope}",
    "entry.mandate.granted.vote_alternate": """
    {holder} за результатом {vote} дістає мандат {mandate} до {until}, заступає {alternate}: {scope}
    """,
    "entry.mandate.recused": "{actor} відступає на {occasion} за мандатом {mandate}",
    "entry.mandate.instructed": "{proposal} зобов'язує того, хто діє за мандатом {mandate}",
    "entry.lot.announced": """
    оголошено жеребкування {lot}: {places} із {count|назви|назв|назв}, тягнуть від {draws} за \
    {sources}: {title}
    """,
    "entry.lot.drawn": "жереб {lot} витягнуто: {drawn}",
    // Refusals.
    "refusal.cap_broken": "із {party} у {seat} органові забагато тих, кого обмежує стеля",
    "hint.cap_broken": "назвіть когось іншого; стелі показує viche statutes explain",
    "refusal.no_alternates": "заступників тут правила не знають",
    "refusal.no_alternates.seat": "заступників для {seat} правила не знають",
    "hint.no_alternates": "не називайте заступника",
    "refusal.wrong_meetings": "{party} не пропустила стільки засідань, щоб утратити {seat}",
    "refusal.wrong_meetings.expected":
      "пропущені {party} засідання зазначено як «{found}», а за перерахунком — «{expected}»",
    "hint.wrong_meetings":
      "хто скільки пропустив поспіль — каже viche meeting list; скільки коштують місця — правила",
    "refusal.no_rota": "черги головування для {body} правила не мають",
    "hint.no_rota": "головування переходить лише там, де в правилах є «rotates»",
    "refusal.wrong_chair": "{found} не на черзі в {body}, і ніхто інший теж",
    "refusal.wrong_chair.expected": "{found} не на черзі в {body}; за чергою — {expected}",
    "hint.wrong_chair": "чия черга і чому — каже viche chair show",
    "refusal.not_elected": "{party} не має за {vote} місця, яке ще чекає на мандат",
    "hint.not_elected":
      "голосування має бути засвідчене, а організація — обрана; одне місце дає один мандат",
    "refusal.wrong_draw": "витягнутих зазначено як «{found}», а за RFC 3797 — «{expected}»",
    "refusal.wrong_draw.count":
      "дано числа {found|джерела|джерел|джерел}, а оголошено {expected}",
    "hint.wrong_draw": "дайте числа кожного джерела в порядку оголошення",
    "refusal.wrong_window.before": "{found} — зарано; не раніше ніж {expected}",
    "hint.wrong_window.before": "оберіть пізніший час або перевірте вже записаний",
    "hint.wrong_places.range": "оберіть стільки, скільки дозволено",
    "hint.not_a_holder.body": "хто там засідає і хто кого заступає — каже viche seats",
    "refusal.not_an_elector.item": "щодо {key} у {vote} голосують інші, а не той, хто це підписав",
    "refusal.may_not_propose.signer": "{signer} не може приєднатися до себе самої",
    "refusal.wrong_places.range": "у {seat} {found|місце|місця|місць}; дозволено {expected}",
    "refusal.not_a_holder.body": "{party} не засідає в {seat} і нікого там не заступає",
    "refusal.no_vacancy.named": "серед {seat} немає вільного місця, на яке можна назвати когось",
    "thing.meeting": "засідання",
    "thing.lot": "жеребкування",
    "thing.none.body": "органу",
    "thing.none.lot": "жеребкування",
    "refusal.thing_exists.draw": "жереб {name} уже витягнуто",
    "refusal.thing_exists.instruction": "{name} уже зобов'язує за цим мандатом",
    "signer.present": "хтось із присутніх",
    "signer.electors_of": "тих, хто обирає {seat}",
    // What is due.
    "due.rotate":
      "тоді завершується черга головування {chairs} у {body}: записати наступну, {next}",
    "due.rotate.over":
      "черга головування {chairs} у {body} завершилася: записати наступну, {next}",
    "due.rotate.gone": "у {body} більше ніхто не головує: записати наступну чергу, {next}",
    "due.absent": "{party} пропустила {meetings}: може втратити місце, {seat}",
    "due.draw": "витягнути жереб {lot} за {sources}",
    // Meetings.
    "meeting.came": "останнього разу були",
    "meeting.lost": "може втратити місце",
    "meeting.missed": "пропущено поспіль {count|засідання|засідання|засідань}",
    "meeting.none": "жодного засідання не записано",
    "meeting.not_yet": "за ці повноваження засідань не було",
    "meeting.of": "{body}, за місцями:",
    "meeting.present": "присутні: {present}",
    // Chairs.
    "chair.ahead": "Черга далі, якщо ніхто не вийде, не відмовиться й не прибуде:",
    "chair.declined": "від наступної черги відмовилися: {parties}",
    "chair.nobody": "у {body} зараз ніхто не головує",
    "chair.now": "{chairs} {=count|головує|головують|головують} у {body} до {until}",
    "chair.now.over":
      "{chairs} {=count|головує|головують|головують} у {body}; черга завершилася {until}",
    "chair.past": "Черги досі:",
    "chair.presumed": "немає нікого, хто міг би головувати в {body}",
    "chair.since": "{seat}, востаннє головували від {from}",
    "chair.since.never": "{seat}, ще не головували",
    "chair.since.roll": "востаннє головували від {from}",
    "chair.since.roll_never": "ще не головували",
    "chair.owed": "настала черга {seat}",
    "chair.left": "уже не в органі",
    "chair.unknown": "від {when}: ще не відомо, хто тоді буде в органі",
    "election.other_bodies": "місця в інших органах",
    "election.places_needed": "скільки місць має {seats}, скажіть через --places",
    "election.places_computed": "місця {seats} обчислює програма; --places — лише для мандатів",
    "lot.values.sorted": "{number}. {source}: {values}; за порядком: {sorted}",
    "vote.aside.alternate": "{party} відступає від {item}; її заступає {alternate}",
    "due.member.vote_instead": "проголосувати в {vote} замість {party}: {items}",
    // Seats and members.
    "seats.alternate": "заступає {alternate}",
    "seats.chair": "головує",
    "forecast.call_by": "призначити вибори до {when}",
    "forecast.chair": "головування в {body} переходить: {chairs}",
    "party.alternate_for": "заступає",
    "party.alternate_of": "{party} ({seat})",
    "party.alternates": "її заступають",
    "party.chairs": "головує в",
    "party.merged_into": "приєдналася до",
    "calendar.chair": "Головування в {body}: {chairs}",
    "calendar.chair_over": "Завершується черга головування в {body}: {chairs}",
    "calendar.mandate_ends": "Кінець мандата: {mandate}, {holder}",
    "calendar.report_due": "Строк звіту: {occasion}, {mandate}, {holder}",
    "calendar.lot": "Можна тягнути жереб: {lot}",
    // Mandates.
    "mandate.from": "звідки",
    "mandate.from.proposal": "ухвалена пропозиція {id}",
    "mandate.from.vote": "вибори, голосування {id}",
    "mandate.alternate": "заступає",
    "mandate.holder": "чий",
    "mandate.instructions": "зобов'язують",
    "mandate.kind": "вид",
    "mandate.kinds": "{party} за {vote} обрано на {kinds}",
    "mandate.kinds.hint": "назвіть один через --kind",
    "mandate.one_holder": "назвіть ухвалену пропозицію й чий мандат; із --vote — лише чий",
    "mandate.recused": "відступили: {parties}",
    "mandate.scope": "дозволяє",
    "mandate.state": "чинний",
    "deed.report.excused": "звіту немає: відступили всі, хто міг би звітувати",
    // Lots.
    "lot.drawn": "{lot}  витягнуто {when}: {drawn}",
    "lot.waits": "{lot}  тягнуть від {when}",
    "lot.announced": "оголошено {when}, коли жодного з чисел ще не знали",
    "lot.sources": "{number}. {source}",
    "lot.values": "{number}. {source}: {values}",
    "lot.among": "Список, {count|назва|назви|назв}:",
    "lot.heading.sources": "Числа дають:",
    "lot.key":
      "Ключ: числа кожного джерела за порядком, після числа крапка, після джерела скісна риска:",
    "lot.steps": """
    Щоразу: MD5 від номера з двох байтів, ключа і знову номера; його читають як одне ціле число й \
    ділять на кількість тих, хто лишився. Остача — місце серед них, якщо рахувати від 0.
    """,
    "lot.column.draw": "раз",
    "lot.column.left": "лишилося",
    "lot.column.md5": "MD5",
    "lot.column.place": "остача",
    "lot.column.number": "номер",
    "lot.column.name": "назва",
    "lot.malformed": "«{text}» — не перелік цілих чисел: 9,18,26",
    "lot.empty_list": "у {path} немає назв; має бути по одній на рядок",
  ]
}
