// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Witnesses {
  /// Witnesses, cosignatures and the evidence of a fork, in Ukrainian.
  static let ukrainian: [String: String] = [
    "fault.grown_meanwhile": "відколи цю контрольну точку засвідчили, внесено нові записи",
    "fault.hint.grown_meanwhile": "надішліть нову контрольну точку",
    "fault.hint.malformed_memory":
      "поверніть його з копії: свідок, який забув, може засвідчити роздвоєння",
    "fault.hint.uncommitted_tail":
      "спершу власник ключа журналу вносить запис або відкриває журнал",
    "fault.malformed_memory": "{path} — не контрольна точка журналу, який свідок тут пам’ятає",
    "fault.uncommitted_tail":
      "після останньої контрольної точки стоїть невнесене: {bytes|байт|байти|байтів}",
    "fork.beginning": """
    на {size|записі|записах|записах} журнал з {larger} мав корінь {root}: інший не є його \
    початком
    """,
    "fork.hint.needs_log": "назвіть увесь журнал, якому належить більша контрольна точка",
    "fork.hint.no_key": "назвіть його через --log-key",
    "fork.malformed": "{path} — не доказ роздвоєння (viche-fork/1)",
    "fork.needs_log": """
    {path} — лише контрольна точка; записів у ній: {large}. Без самих записів не сказати, \
    чи ті {small} є їхнім початком
    """,
    "fork.no_checkpoint": "{path} — не журнал, не контрольна точка й не квитанція",
    "fork.no_key": "чий це журнал, не сказано в жодному з файлів: потрібен ключ журналу",
    "fork.not_signed":
      "у {path} немає контрольної точки, яку підписав ключ журналу, тож він нічого не доводить",
    "fork.other_origins": "два різні журнали: {first} і {second}",
    "fork.prefix":
      "роздвоєння немає: журнал з {small|запису|записів|записів} є початком журналу з {large}",
    "fork.proved": "роздвоєно: ключ {origin} підписав дві історії",
    "fork.same": "роздвоєння немає: обидва містять ті самі {small|запис|записи|записів}",
    "fork.tree": "  {size|запис|записи|записів} з коренем {root}",
    "fork.unproven": "це не доводить роздвоєння: {why}",
    "fork.why.not_signed": "ключ журналу підписав не обидві контрольні точки",
    "fork.why.nothing": "обидві контрольні точки можуть належати одній історії",
    "fork.why.other_key": "контрольні точки журналу {origin}, а названий вами ключ — {key}",
    "fork.why.same_tree": "обидві контрольні точки стверджують те саме дерево",
    "fork.written": "доказ: {path}",
    "submit.added": """
    {size|запис|записи|записів}: засвідчили {count} з {total|свідка|свідків|свідків}; \
    додано до {path}
    """,
    "submit.alarm": "свідок бачив іншу історію цього журналу",
    "submit.all_met": "усі свідки засвідчили",
    "submit.already": "уже засвідчив, {time}",
    "submit.bad_file": "{path} — не засвідчена контрольна точка й не рядок свідка",
    "submit.cosigned": "засвідчив, {time}",
    "submit.failed.bad_request": "бракує: каже, що не може прочитати запиту",
    "submit.failed.bad_url": "бракує: його URL неправильний: https://, вузол і шлях",
    "submit.failed.forgot": """
    бракує: каже, що засвідчив лише {size|запис|записи|записів}, а журнал показує більше: \
    він утратив пам’ять
    """,
    "submit.failed.future": "бракує: його підпис датовано {time}, а цей час ще не настав",
    "submit.failed.garbage": "бракує: відповідь не така, яку дає свідок",
    "submit.failed.inconsistent":
      "ВІДМОВА: ця контрольна точка не продовжує того, що він засвідчив раніше",
    "submit.failed.longer":
      "ВІДМОВА: він засвідчив {size|запис|записи|записів} цього журналу, а тут їх лише {head}",
    "submit.failed.not_its": "бракує: надійшов не його підпис цієї контрольної точки",
    "submit.failed.plain_http": "бракує: http:// на іншій машині не питають без --allow-http",
    "submit.failed.split_view":
      "ВІДМОВА: він засвідчив {size|запис|записи|записів} і звідти не продовжує",
    "submit.failed.too_long": "бракує: він надсилає без кінця",
    "submit.failed.unknown_log": "бракує: він не стежить за цим журналом",
    "submit.failed.web": "бракує: {why}",
    "submit.foreign_file": "{path} — з іншого журналу",
    "submit.hint.again": "повторіть команду для тих, кого бракує",
    "submit.hint.alarm": """
    нічого більше не публікуйте; порівняйте зі свідком: viche log fork-evidence доведе, що \
    було підписано
    """,
    "submit.hint.older_file": "дайте засвідчити нову контрольну точку",
    "submit.hint.other_history":
      "якщо її підписав ключ журналу, viche log fork-evidence це доведе",
    "submit.no_checkpoint": "останньої контрольної точки журналу не прочитати",
    "submit.not_all": "засвідчили не всі свідки; бракує: {names}",
    "submit.not_asked": "бракує: у нього немає URL, і файлу від нього не принесли",
    "submit.nothing_new": """
    {size|запис|записи|записів}: засвідчили {count} з {total|свідка|свідків|свідків}; \
    нового немає
    """,
    "submit.older_file": "{path} — про {size|запис|записи|записів}; у журналі їх {head}",
    "submit.other_history":
      "{path} — про {size|запис|записи|записів} іншої історії; у журналі тут їх {head}",
    "submit.plan.already": "{name}: уже засвідчив {size|запис|записи|записів}",
    "submit.plan.asked": "{name}: запит пішов би на {url}, від {old} до {size}",
    "submit.plan.brought": "{name}: його рядок принесли",
    "submit.plan.file": "{name}: URL немає; принесіть від нього файл",
    "submit.quorum_met": "кворум політики є",
    "submit.quorum_not_met": "кворуму політики немає; бракує: {names}",
    "submit.strangers": "у {path} немає рядка жодного з названих свідків",
    "witness.adds":
      "до засвідченого раніше ({size|запис|записи|записів}) він додає {added|запис|записи|записів}",
    "witness.bad_address": "{address} — не адреса з портом, як-от 127.0.0.1:8080",
    "witness.cosigned": "засвідчив {name}, {time}",
    "witness.first": "цей свідок засвідчує цей журнал уперше",
    "witness.forked": """
    роздвоєно: цей журнал ({size|запис|записи|записів}) не продовжує того, що цей свідок \
    засвідчив раніше
    """,
    "witness.hint.forked": "viche log fork-evidence {memory} {log} --out fork.evidence",
    "witness.hint.not_its_key": "зробіть його: viche key new НАЗВА --witness --out ФАЙЛ",
    "witness.hint.shorter":
      "попросіть найновіший журнал; якщо його немає, покажіть членам, що ви засвідчили",
    "witness.listening": "слухає на {address}",
    "witness.no_address": "не вдається слухати на {address}: {why}",
    "witness.no_log": "назвіть журнали, за якими стежити, через --log або --policy",
    "witness.not_a_log_key": "один із ключів — свідка, а не журналу",
    "witness.not_its_key": "{path} — ключ {name}, а він не свідка",
    "witness.refused": "не засвідчено: {why}",
    "witness.remembers": "{origin}: досі засвідчено {size|запис|записи|записів}",
    "witness.remembers_nothing":
      "{origin}: досі нічого не засвідчено; якщо це не так, зупиніть: це не його пам’ять",
    "witness.shorter":
      "коротше: цей свідок засвідчив {last|запис|записи|записів}, а в цьому журналі їх {size}",
    "witness.verified": """
    {origin}: перевірено {entries|запис|записи|записів}, \
    {signatures|підпис|підписи|підписів}, кожне рішення обчислено заново
    """,
    "witness.written": "записано: {path}; його приймає viche witness submit",
  ]
}
