// SPDX-License-Identifier: Apache-2.0
// What the page says, in English and in Ukrainian.

const WORDS = {
  en: {
    "page.title": "Check a ledger yourself",
    "page.lead": "Choose a ledger file of Viche. This page checks every signature and applies every rule again, in your browser: the file is not sent anywhere.",
    "page.foot": "This page is one file, and it may load nothing else. Keep it, and open it from your own disk: it works without a network. What it says is what Tools/verify says of the same file.",
    "choose": "Choose a ledger file", "choose.drop": "or drop it here (it usually ends in .viche)",
    "key.summary": "I was given the ledger's key", "key.label": "The ledger's verifier key",
    "key.help": "Whoever gave you the ledger should have given you its key by another way. With it this page knows that the ledger is the one you expect, and not another under its name.",
    "key.bad": "This is not a verifier key: ", "served": "Check the ledger that this server publishes", "served.none": "What the server publishes could not be read: ",
    "large": "A ledger file has at most 1 GiB; this one is larger.",
    "progress.read": "Reading the file", "progress.signatures": "Checking signatures", "progress.entries": "Applying the rules", "stop": "Stop", "again": "Check another",
    "stopped": "Stopped.", "failed": "The check itself failed; nothing is known of the ledger: ",
    "holds": "Everything in this ledger holds", "holds.text": "Every signature is its author's, no entry was changed, and every electorate, count, outcome and seat is what the rules give.",
    "broken": "This ledger does not hold", "broken.entry": "Entry", "broken.offset": "Byte", "broken.reason": "Reason", "broken.message": "What was found", "broken.about": "What it is", "broken.signers": "Signed by", "broken.kind": "Kind",
    "kind.tampered": "Somebody changed the file after it was signed, or a signature is not its author's.",
    "kind.cut": "The file is incomplete. Ask for it again.",
    "kind.foreign": "This is not the ledger that was expected, or no ledger at all.",
    "kind.refused": "Everything is signed, but the rules do not allow this entry.",
    "rehearsal": "A rehearsal: nothing in this ledger is binding; it says so in its first entry.",
    "fast.not": "This browser does not check Ed25519 signatures by itself, so this page calculated them, which is slower and says the same.",
    "witness.not": "Not checked: cosignatures of witnesses, since a ledger does not say whose to expect. These also stand on the last checkpoint:",
    "witness.none": "Nobody but the ledger itself signed its last checkpoint, as this file has it. That nobody was shown another ledger can only be seen by comparing the root shown here with others.",
    "key.not": "Not checked: whether this is the ledger that you mean. Compare its key with the one you were given.",
    "uncommitted": "After the last checkpoint stand bytes that were never committed and were not looked at: ",
    "took": "Checked in", "seconds": "s",
    "fact.entries": "entries", "fact.signatures": "signatures", "fact.checkpoints": "checkpoints", "fact.members": "members", "fact.votes": "votes", "fact.elections": "elections",
    "root": "Root", "logkey": "Ledger's key", "origin": "Ledger", "span": "From, to", "statutes": "Statutes", "version": "version", "zone": "Times are those of",
    "members": "Members", "seats": "Seats", "decisions": "Decisions", "elections": "Elections", "proposals": "Proposals",
    "none.members": "There are no members.", "none.seats": "The statutes have no seats.", "none.decisions": "Nothing was put to the vote.", "none.elections": "No election was called.",
    "party": "Organisation", "name": "Name", "since": "Member since", "status": "Status", "status.member": "member", "status.suspended": "suspended", "status.left": "left", "leaves": "leaves",
    "seat.of": "of", "seat.term": "Term", "seat.from": "From", "seat.until": "Until", "seat.ended": "ended early", "seat.when": "Now", "when.now": "holds it", "when.next": "to come", "when.past": "over",
    "seat.open": "no end yet", "seat.elected": "elected", "seat.founding": "since the founding", "seat.free": "free", "seat.past": "Earlier terms",
    "vote.opens": "Open from", "vote.closes": "until", "vote.rule": "Rule", "vote.round": "round", "vote.retry": "tried again for its quorum", "vote.sealed": "sealed ballots", "vote.matter": "Matter", "vote.certified": "Certified",
    "standing.announced": "announced", "standing.open": "open", "standing.closed": "to be counted", "standing.counted": "counted, not certified", "standing.certified": "certified", "standing.annulled": "annulled", "standing.nominations": "nominations",
    "outcome.carried": "carried", "outcome.lost": "lost", "outcome.inquorate": "no quorum", "outcome.blocked": "blocked", "outcome.void": "void",
    "word.yes": "yes", "word.no": "no", "word.abstain": "abstain", "word.consent": "consent", "word.stand_aside": "stand aside", "word.block": "block", "word.object": "object", "word.take_part": "took part",
    "base.cast": "of votes cast", "base.taking_part": "of those who took part", "base.electors": "of electors", "base.seats": "of all seats",
    "electors": "electors", "took_part": "took part", "label.quorum": "quorum", "label.retry": "quorum of the second try", "label.pass": "to carry", "among": "among", "needs": "needs", "at.>=": "at least", "at.>": "more than", "at.<=": "at most", "at.<": "fewer than", "that.is": "that is",
    "met": "met", "unmet": "not met", "ballots": "Who voted how", "choice": "Ballot", "no.ballot": "—", "recused": "stepped aside", "by.proxy": "by", "weight": "Weight", "weighted": "All numbers are sums of weights.",
    "void.text": "Too few were left who could vote on it.", "not.counted": "Not counted yet.", "winner": "Most approvals", "excluded": "Ballots that do not count", "blank": "blank",
    "candidate": "Candidate", "person": "Person", "result": "Result", "elected": "elected", "elected.nobody": "Nobody is elected.", "withdrawn": "withdrew", "places": "places", "places.one": "place", "named": "Named", "first": "First",
    "terms.from": "Terms begin", "nominations.until": "Nominations until", "method": "Method",
    "method.stv": "single transferable vote, Scottish rules", "method.meek": "single transferable vote, Meek's method", "method.schulze": "Schulze", "method.borda": "Borda's points", "method.points": "Borda's points; who ranks few gives few", "method.plurality": "most votes", "method.most_approved": "most approvals", "method.lot": "lot",
    "stages": "The count, stage by stage", "stage": "Stage", "action.first_preferences": "first preferences", "action.surplus": "surplus passes on", "action.exclusion": "fewest votes, excluded", "action.exclusion_of_doomed": "cannot be elected, excluded", "action.round": "round", "action.ranking": "put in order",
    "non_transferable": "not transferable", "lost": "lost by rounding", "word.elected": "elected", "word.guarded": "must be elected", "word.doomed": "cannot be elected", "tie": "Equal", "tie.by": "decided by", "by.lot": "lot", "by.stage": "stage",
    "more": "more", "alternate": "alternate", "chairs": "In the chair since", "matter": "Matter", "adopted": "Adopted", "proposer": "Proposed by",
    "proposal.debated": "debated", "proposal.frozen": "to be decided", "proposal.adopted": "adopted", "proposal.lost": "lost", "proposal.inquorate": "no quorum", "proposal.blocked": "blocked", "proposal.void": "void", "proposal.withdrawn": "withdrawn", "proposal.lapsed": "not ratified in time", "proposal.expired": "its time is over",
  },
  uk: {
    "page.title": "Перевірте реєстр самі",
    "page.lead": "Виберіть файл реєстру Віча. Ця сторінка перевіряє кожен підпис і наново застосовує кожне правило у вашому браузері: файл нікуди не надсилається.",
    "page.foot": "Ця сторінка — один файл, і більше нічого завантажити вона не може. Збережіть її та відкривайте з власного диска: мережа не потрібна. Вона каже те саме, що каже про цей файл Tools/verify.",
    "choose": "Виберіть файл реєстру", "choose.drop": "або перетягніть його сюди (зазвичай закінчується на .viche)",
    "key.summary": "Мені дали ключ реєстру", "key.label": "Ключ перевірки реєстру",
    "key.help": "Хто дав вам реєстр, мав дати його ключ іншим шляхом. З ним сторінка знає, що це саме той реєстр, а не інший під його назвою.",
    "key.bad": "Це не ключ перевірки: ", "served": "Перевірити реєстр, який публікує цей сервер", "served.none": "Не вдалося прочитати те, що публікує сервер: ",
    "large": "Файл реєстру має щонайбільше 1 ГіБ; цей більший.",
    "progress.read": "Читання файлу", "progress.signatures": "Перевірка підписів", "progress.entries": "Застосування правил", "stop": "Спинити", "again": "Перевірити інший",
    "stopped": "Спинено.", "failed": "Сама перевірка не вдалася; про реєстр нічого не відомо: ",
    "holds": "У цьому реєстрі все справджується", "holds.text": "Кожен підпис належить своєму авторові, жодного запису не змінено, а кожен склад виборців, підрахунок, підсумок і місце такі, як велять правила.",
    "broken": "Цей реєстр не справджується", "broken.entry": "Запис", "broken.offset": "Байт", "broken.reason": "Причина", "broken.message": "Що виявлено", "broken.about": "Що це", "broken.signers": "Підписи", "broken.kind": "Вид",
    "kind.tampered": "Хтось змінив файл після підписання, або підпис не належить авторові.",
    "kind.cut": "Файл неповний. Попросіть його ще раз.",
    "kind.foreign": "Це не той реєстр, якого очікували, або зовсім не реєстр.",
    "kind.refused": "Усе підписано, але правила не допускають цього запису.",
    "rehearsal": "Проба: ніщо в цьому реєстрі не зобов’язує; так сказано в його першому записі.",
    "fast.not": "Цей браузер сам не перевіряє підписів Ed25519, тож їх обчислила сторінка: це довше, а підсумок той самий.",
    "witness.not": "Не перевірено: підписи свідків, бо реєстр не каже, чиїх чекати. На останній контрольній точці стоять також:",
    "witness.none": "Останню контрольну точку в цьому файлі підписав лише сам реєстр. Чи не показали комусь іншого реєстру, видно лише з порівняння наведеного тут кореня з іншими.",
    "key.not": "Не перевірено: чи це саме той реєстр, який ви маєте на увазі. Порівняйте його ключ із тим, який вам дали.",
    "uncommitted": "Після останньої контрольної точки є байти, яких не зафіксовано і не розглянуто: ",
    "took": "Перевірено за", "seconds": "с",
    "fact.entries": "записи", "fact.signatures": "підписи", "fact.checkpoints": "контрольні точки", "fact.members": "члени", "fact.votes": "голосування", "fact.elections": "вибори",
    "root": "Корінь", "logkey": "Ключ реєстру", "origin": "Реєстр", "span": "Від, до", "statutes": "Правила", "version": "версія", "zone": "Час — за",
    "members": "Члени", "seats": "Місця", "decisions": "Рішення", "elections": "Вибори", "proposals": "Пропозиції",
    "none.members": "Членів немає.", "none.seats": "У правилах немає місць.", "none.decisions": "Нічого не ставили на голосування.", "none.elections": "Виборів не призначали.",
    "party": "Організація", "name": "Назва", "since": "Член від", "status": "Стан", "status.member": "член", "status.suspended": "членство зупинено", "status.left": "вибула", "leaves": "вибуде",
    "seat.of": "у", "seat.term": "Повноваження", "seat.from": "Від", "seat.until": "До", "seat.ended": "скінчилися раніше", "seat.when": "Нині", "when.now": "обіймає", "when.next": "попереду", "when.past": "минуло",
    "seat.open": "строку ще немає", "seat.elected": "обрано", "seat.founding": "від заснування", "seat.free": "вільно", "seat.past": "Попередні повноваження",
    "vote.opens": "Триває від", "vote.closes": "до", "vote.rule": "Правило", "vote.round": "спроба", "vote.retry": "повторно через брак кворуму", "vote.sealed": "запечатані бюлетені", "vote.matter": "Питання", "vote.certified": "Засвідчено",
    "standing.announced": "оголошено", "standing.open": "триває", "standing.closed": "чекає підрахунку", "standing.counted": "пораховано, не засвідчено", "standing.certified": "засвідчено", "standing.annulled": "скасовано", "standing.nominations": "висування",
    "outcome.carried": "підтримано", "outcome.lost": "не підтримано", "outcome.inquorate": "без кворуму", "outcome.blocked": "заблоковано", "outcome.void": "не було кому вирішувати",
    "word.yes": "за", "word.no": "проти", "word.abstain": "утримались", "word.consent": "згода", "word.stand_aside": "осторонь", "word.block": "блок", "word.object": "заперечення", "word.take_part": "участь",
    "base.cast": "поданих голосів", "base.taking_part": "учасників", "base.electors": "виборців", "base.seats": "усіх місць",
    "electors": "виборців", "took_part": "узяли участь", "label.quorum": "кворум", "label.retry": "кворум повторної спроби", "label.pass": "ухвалення", "among": "серед", "needs": "умова:", "at.>=": "щонайменше", "at.>": "понад", "at.<=": "щонайбільше", "at.<": "менше ніж", "that.is": "тобто",
    "met": "виконано", "unmet": "не виконано", "ballots": "Хто як голосував", "choice": "Бюлетень", "no.ballot": "—", "recused": "не бере участі", "by.proxy": "через", "weight": "Вага", "weighted": "Усі числа — суми ваги голосів.",
    "void.text": "Не лишилося кому вирішувати.", "not.counted": "Ще не пораховано.", "winner": "Найбільше схвалень", "excluded": "Бюлетені, яких не зараховано", "blank": "порожній",
    "candidate": "Кандидат", "person": "Особа", "result": "Підсумок", "elected": "обрано", "elected.nobody": "Нікого не обрано.", "withdrawn": "знято", "places": "місць", "places.one": "місце", "named": "Названо", "first": "Перші",
    "terms.from": "Повноваження від", "nominations.until": "Висування до", "method": "Спосіб",
    "method.stv": "єдиний перехідний голос, шотландські правила", "method.meek": "єдиний перехідний голос, спосіб Міка", "method.schulze": "Шульце", "method.borda": "бали Борда", "method.points": "бали Борда; хто назвав мало, дає мало", "method.plurality": "більшість голосів", "method.most_approved": "найбільше схвалень", "method.lot": "жереб",
    "stages": "Підрахунок, етап за етапом", "stage": "Етап", "action.first_preferences": "перші вподобання", "action.surplus": "надлишок переходить", "action.exclusion": "найменше голосів, вибуває", "action.exclusion_of_doomed": "не може бути обрано, вибуває", "action.round": "коло", "action.ranking": "упорядковано",
    "non_transferable": "не переходять", "lost": "утрачено округленням", "word.elected": "обрано", "word.guarded": "має бути обрано", "word.doomed": "не може бути обрано", "tie": "Порівну", "tie.by": "вирішує", "by.lot": "жереб", "by.stage": "етап",
    "more": "ще", "alternate": "заступає", "chairs": "Головує від", "matter": "Питання", "adopted": "Ухвалено", "proposer": "Пропонує",
    "proposal.debated": "обговорюють", "proposal.frozen": "чекає рішення", "proposal.adopted": "ухвалено", "proposal.lost": "не підтримано", "proposal.inquorate": "без кворуму", "proposal.blocked": "заблоковано", "proposal.void": "не було кому вирішувати", "proposal.withdrawn": "відкликано", "proposal.lapsed": "вчасно не підтверджено", "proposal.expired": "строк минув",
  },
};

/** The languages of the page, each by its own name. */
export const LANGUAGES = [["en", "English"], ["uk", "Українська"]];

/** The first of the browser's languages that the page speaks. */
export function preferred() {
  const known = (navigator.languages ?? [navigator.language]).map((each) => each.slice(0, 2));
  return known.find((each) => each in WORDS) ?? "en";
}

/** The words of a language. */
export class Words {
  constructor(language) {
    this.language = language;
    this.dates = new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "medium" });
    this.numbers = new Intl.NumberFormat(language);
  }

  /** The word, or its name where a ledger has one that the page does not know. */
  say(name) {
    return WORDS[this.language][name] ?? name.split(".").slice(1).join(".");
  }

  /** A button's words: so many more. */
  more = (count) => `${this.say("more")}: ${this.number(count)}`;

  number(number) {
    return this.numbers.format(number);
  }

  /** A date, of a moment such as `2025-03-01 09:00`; with its time unless that is midnight. */
  moment(text) {
    if (text === null) return "—";
    const [date, time] = text.split(" ");
    const day = this.dates.format(new Date(date + "T00:00:00Z"));
    return time === "00:00" ? day : `${day}, ${time}`;
  }

  /** Of a text by language, that of the page or else any. */
  of(texts) {
    return texts?.[this.language] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? "";
  }
}

/** Whether both languages have the same words; for the tests. */
export function incomplete() {
  const [one, other] = Object.values(WORDS).map((words) => Object.keys(words));
  return [...one.filter((name) => !other.includes(name)), ...other.filter((name) => !one.includes(name))];
}
