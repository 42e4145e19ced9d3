// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Verify {
  /// What `verify` is asked beside that a log holds, in Ukrainian.
  static let ukrainian: [String: String] = [
    // A witness policy's file.
    "policy.bad_key": "ключ непридатний: {why}",
    "policy.bad_threshold": "«{found}» не є порогом: any, all або число від 1 до {members}",
    "policy.forbidden_byte": "байта {byte} тут бути не може",
    "policy.hint.carriage_return": "збережіть файл із кінцями рядків Unix (LF)",
    "policy.malformed": "{path}: рядок {line}: {fault}",
    "policy.no_quorum": "немає рядка quorum",
    "policy.not_a_witness": "{key} — не ключ спостерігача (тип 0x04)",
    "policy.other_log":
      "чужий: ці вимоги до спостерігачів не для цього журналу; очікувано {expected}, знайдено {found}",
    "policy.other_log.hint": "перевірте, який журнал і які вимоги ви маєте на увазі",
    "policy.repeated_key": "той самий ключ є в рядку {before}",
    "policy.repeated_member": "{name} уже належить до групи, рядок {before}",
    "policy.repeated_name": "{name} уже визначено в рядку {before}",
    "policy.repeated_quorum": "quorum уже є в рядку {before}",
    "policy.reserved_name": "none не може бути назвою спостерігача чи групи",
    "policy.too_long": "у файлі {bytes|байт|байти|байтів}, це задовго",
    "policy.too_many": "рядків {keyword} більше ніж {max}",
    "policy.undefined_name": "жоден рядок перед цим не визначає {name}",
    "policy.unfinished_line": "останній рядок не закінчується переведенням рядка",
    "policy.unknown_keyword":
      "«{word}» не починає рядка вимог: log, witness, group або quorum",
    "policy.witness_twice": "того самого спостерігача названо двічі: {key}",
    "policy.wrong_items.group": "групу пишуть так: group НАЗВА all|any|ЧИСЛО НАЗВА…",
    "policy.wrong_items.log": "журнал пишуть так: log КЛЮЧ [URL]",
    "policy.wrong_items.quorum": "кворум пишуть так: quorum НАЗВА|none",
    "policy.wrong_items.witness": "спостерігача пишуть так: witness НАЗВА КЛЮЧ [URL]",
    "policy.wrong_kind.group": "група не має ключа",
    "policy.wrong_kind.log": "це ключ спостерігача, а не журналу",
    "policy.wrong_kind.quorum": "кворум не має ключа",
    "policy.wrong_kind.witness": "це ключ журналу, а не спостерігача (тип 0x04)",
    // What kept files say of a log that does not hold.
    "remains.agrees": """
    {path} збігається з цим журналом на розмірі {size|запис|записи|записів}: саме так його підписано; вада в \
    журналі
    """,
    "remains.beyond": """
    {path} сягає далі, ніж можна прочитати цей журнал ({entries|запис|записи|записів}): спробуйте з іншою \
    копією
    """,
    "remains.differs": """
    {path} справна, підписана ключем журналу й стосується інших записів, ніж ці: вада в журналі
    """,
    "remains.nothing": "{path} нічого не доводить про цей журнал: {why}",
    "remains.unreadable": "{path} нема з чим порівняти: у цьому журналі нічого не прочитати",
    // A head that was kept.
    "head.written": "вершина: {size|запис|записи|записів}, корінь {root}: {path}",
    "since.altered": "вашу вершину змінено після підписання: підпис не підходить",
    "since.altered.hint":
      "візьміть файл таким, яким ви його зберегли; про журнал це нічого не каже",
    "since.ancestor": """
    ваша вершина ({size|запис|записи|записів}, корінь {root}) є предком: відтоді нічого не вилучено й не \
    змінено
    """,
    "since.foreign": "інший журнал: ваша вершина від {expected}, а цей журнал — {found}",
    "since.foreign.hint": "перевірте, який журнал і яку вершину ви маєте на увазі",
    "since.forked": """
    РОЗДВОЄННЯ: ключ журналу підписав дві історії; на розмірі {kept|запис|записи|записів} корінь був \
    {expected}, коли ви зберегли вершину, а в цьому журналі він {found}
    """,
    "since.forked.hint": """
    збережіть обидва файли й повідомте членів і спостерігачів; доказ, який перевірить будь-хто: \
    viche log fork-evidence {head} {log}
    """,
    "since.malformed": "{path}: це не вершина журналу й не квитанція",
    "since.malformed.hint": "збережіть вершину командою viche log head --out ФАЙЛ",
    "since.new": "нового відтоді: {count|запис|записи|записів}",
    "since.new.among": "{entries}, серед них {among}",
    "since.new.ballot.cast": "{count|бюлетень|бюлетені|бюлетенів}",
    "since.new.outcome.certified": "{count|рішення|рішення|рішень}",
    "since.new.proposal.submitted": "{count|пропозиція|пропозиції|пропозицій}",
    "since.nothing_new": "нового відтоді немає",
    "since.other_key": """
    інший журнал: ваша вершина має ту саму назву, але не підписана ключем цього журналу; очікувано \
    {expected}, знайдено {found}
    """,
    "since.other_key.hint": "порівняйте обидва ключі з тим, який роздали членам",
    "since.shorter": """
    ОБРІЗАНО: у цьому журналі {size|запис|записи|записів}, а коли ви зберегли вершину, їх було {kept}: \
    останніх {missing} немає, або це стара копія
    """,
    "since.shorter.hint": """
    попросіть найновішу копію; якщо так і залишиться, збережіть вершину й цей журнал і покажіть їх членам \
    і спостерігачам
    """,
    "since.unchecked": "libcrypto не змогла перевірити вашу вершину: {found}",
    "since.unchecked.hint": "спробуйте ще раз",
    "since.unsound": "ваша квитанція не сходиться сама з собою, тож нічого не каже про цей журнал",
    "since.unsound.hint": "візьміть файл таким, яким вам його дали, або іншу квитанцію",
    // What was not checked.
    "unchecked": "не перевірено: {list}",
    "unchecked.commitments": "особисті дані: у журналі є лише зобов'язання щодо них",
    "unchecked.documents": "документи: у журналі є лише їхні SHA-256",
    "unchecked.earlier_copy": "давніша копія (--since)",
    "unchecked.log_key": "чий це журнал (--log-key)",
    "unchecked.older_checkpoints": "контрольні точки перед останньою, яких плитки не містять",
    "unchecked.sealed_ballots":
      "що сказано в {count|запечатаному бюлетені|запечатаних бюлетенях|запечатаних бюлетенях}",
    "unchecked.uncommitted": """
    {count|байт|байти|байтів} наприкінці поза контрольними точками: незавершений запис або обірвана копія
    """,
    "unchecked.witnesses": "спостерігачі (--policy)",
    // Witnesses.
    "witnessed.by": "{name} ({time})",
    "witnessed.cosigned": "{name}: засвідчено {time}",
    "witnessed.group": "група {name}: {count} із {all}, треба {needed}",
    "witnessed.group.unmet": "група {name}: лише {count} із {all}, треба {needed}",
    "witnessed.hint": """
    журнал правильний, але спостерігачі могли його таким не бачити: зачекайте на них або спитайте \
    секретаріат
    """,
    "witnessed.invalid": "{name}: рядок від його імені, якого він не підписував",
    "witnessed.last": "остання контрольна точка: засвідчили {count} із {all}",
    "witnessed.missing": "{name}: не засвідчено",
    "witnessed.newest": """
    найновіша контрольна точка, що відповідає вимогам: {size|запис|записи|записів}, засвідчили {by}
    """,
    "witnessed.newest.bare":
      "найновіша контрольна точка, що відповідає вимогам: {size|запис|записи|записів}",
    "witnessed.none": "жодна контрольна точка цього журналу їм не відповідає",
    "witnessed.none.tiles": "плитки не містять давніших контрольних точок",
    "witnessed.since": "відтоді {count|запис|записи|записів}: ще не засвідчено",
    "witnessed.satisfied": "вимоги до спостерігачів виконано",
    "witnessed.unsatisfied": """
    не засвідчено: остання контрольна точка ({size|запис|записи|записів}) не відповідає вимогам до \
    спостерігачів; {since}
    """,
  ]
}
