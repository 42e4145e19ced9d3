// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Faults {
  /// What is wrong with a file in Ukrainian.
  static let ukrainian: [String: String] = [
    // The log's file.
    "fault.damaged": "змінено: запис {entry}, байт {offset}: {finding}",
    "fault.cut": """
    обрізано: файл закінчується після {bytes|байта|байтів|байтів}, раніше від першої \
    контрольної точки
    """,
    "fault.foreign": "чужий: інший реєстр або ключ; очікувано {expected}, знайдено {found}",
    "fault.refused": "проти правил: запис {entry}: {refusal}",
    "fault.not_a_log": "не реєстр: {finding}",
    "fault.no_draft": "немає чого записувати",
    "fault.bad_draft": "акт {number}: {finding}",
    "fault.not_the_log_key": "це не власний ключ реєстру, а він — {expected}",
    "fault.locked": "у {path} саме пише хтось інший",
    "fault.locked.process": "у {path} саме пише процес {process}",
    "fault.older_than_signed":
      "стара копія: у ній {size|запис|записи|записів}, а підписано вже {signed}",
    "fault.diverged": """
    інша історія: для {size|запису|записів|записів} підписано інший корінь; очікувано \
    {expected}, знайдено {found}
    """,
    "fault.hint.refused": """
    той, хто веде цей журнал, записав те, чого статут не дозволяє: покажіть це членам і спостерігачам
    """,
    "fault.hint.no_signed_head":
      "якщо це напевно найновіша копія (звірте з квитанціями членів), повторіть з --adopt-head",
    "fault.no_signed_head": "немає файла з останньою підписаною точкою: {path}",
    "fault.malformed_signed_head": "файл підписаної точки не має трьох своїх рядків: {path}",
    "fault.signed_head_without_log":
      "цей реєстр підписано до {signed|запису|записів|записів}, але самого файла немає: {path}",
    "fault.log_exists": "реєстр тут уже є: {path}",
    "fault.trouble": "система не змогла {operation} {path}: {errno}",
    "fault.unchecked": "libcrypto не змогла перевірити чи підписати: {error}",
    "fault.hint.damaged": "порівняйте з іншою копією; спостерігач скаже, котра правильна",
    "fault.hint.cut": "отримайте весь файл ще раз",
    "fault.hint.foreign": "перевірте, який реєстр і який ключ ви маєте на увазі",
    "fault.hint.locked": "спробуйте ще раз, коли він завершить",
    "fault.hint.older_than_signed": "поверніть найновішу копію; у стару писати не можна",
    "fault.hint.diverged": "зупиніться, збережіть обидва файли й повідомте спостерігачів",
    "fault.hint.trouble": "перед наступним записом перевірте реєстр",
    "operation.open": "відкрити",
    "operation.read": "прочитати",
    "operation.write": "записати",
    "operation.sync": "зберегти на диск",
    "operation.lock": "замкнути",
    "operation.truncate": "укоротити",
    "operation.link": "створити посилання на",
    "operation.rename": "перейменувати",
    "operation.remove": "вилучити",
    "operation.readBack": "прочитати записане до",
    "operation.reread": "вдруге знайти прочитане в",
    "operation.writeAfterTrouble": "писати після попередньої помилки до",
    // What was found in it.
    "finding.empty": "файл порожній",
    "finding.not_a_log": "перший рядок не від реєстру",
    "finding.other_version": "формату {found} ця програма не знає",
    "finding.bad_origin": "у першому рядку немає правильної назви реєстру",
    "finding.bad_frame_header": "блок починається не так, як має",
    "finding.unknown_kind": "блоків виду «{found}» немає",
    "finding.empty_body": "блок порожній",
    "finding.body_too_long": "блок із {bytes|байта|байтів|байтів} задовгий",
    "finding.body_without_line_feed": "блок не закінчується переведенням рядка",
    "finding.length_beyond_end": "блок заявляє {bytes|байт|байти|байтів} — більше, ніж є",
    "finding.bad_index": "номер запису написано не так, як належить",
    "finding.bad_received": "час запису написано не так, як належить",
    "finding.index_gap": "номер {found}, а очікувано {expected}",
    "finding.received_runs_back": "час іде назад: {found} після {expected}",
    "finding.bad_note": "підписаний текст неправильної форми: {detail}",
    "finding.several_lines": "акт займає більше ніж один рядок",
    "finding.bad_key_name": "у назві ключа недозволені знаки",
    "finding.signature_length": "підпис {key} має неправильну довжину",
    "finding.signatures_not_sorted": "порядок підписів порушено на {key}",
    "finding.bad_statement": "акт неправильної форми: {detail}",
    "finding.bad_refused_statement": "відхилений акт неправильної форми: {detail}",
    "finding.bad_refused_note": "підписи відхиленого акта неправильної форми: {detail}",
    "finding.not_founded": "перший запис — не заснування",
    "finding.bad_key": "ключем {key} не можна скористатися: {detail}",
    "finding.other_kind_of_key": "ключ {key} — не Ed25519",
    "finding.key_of_same_name": "є інший ключ із назвою та номером {key}",
    "finding.log_key_name": "ключ реєстру названо {found}, а очікувано {expected}",
    "finding.unknown_signer": "жоден попередній запис не реєструє ключа {key}",
    "finding.wrong_signature": "підпис {key} не відповідає написаному",
    "finding.wrong_refused_signature": "підпис {key} під відхиленим актом не відповідає написаному",
    "finding.bad_checkpoint": "контрольна точка неправильної форми: {detail}",
    "finding.checkpoint_extension": "у контрольній точці зайві рядки",
    "finding.checkpoint_origin": "контрольна точка від {found}, а очікувано {expected}",
    "finding.checkpoint_size":
      "контрольна точка налічує {found|запис|записи|записів}, а очікувано {expected}",
    "finding.checkpoint_root": "корінь контрольної точки {found}, а очікувано {expected}",
    "finding.checkpoint_unsigned": "контрольну точку не підписано ключем реєстру",
    "finding.checkpoint_signature":
      "підпис реєстру під контрольною точкою не відповідає написаному",
    // A statement.
    "statement.not_an_object": "акт має бути об'єктом із полями",
    "statement.unknown_type": "виду акта «{found}» немає",
    "statement.missing_field": "бракує поля {field}",
    "statement.unknown_field": "поля {field} тут не буває",
    "statement.bad_field": "поле {field} має бути таким: {expected}",
    "json.not_utf8": "байт {at} — не UTF-8",
    "json.unexpected": "байт {at} тут стояти не може",
    "json.truncated": "обривається зарано",
    "json.trailing": "після кінця є ще щось, байт {at}",
    "json.too_deep": "завелика вкладеність, байт {at}",
    "json.integer_out_of_range": "завелике число, байт {at}",
    "json.fraction": "число не ціле, байт {at}",
    "json.null": "null не дозволено, байт {at}",
    "json.repeated": "назва {name} стоїть двічі, байт {at}",
    "json.not_canonical": "це записано не в єдиний дозволений спосіб",
    "json.not_nfc": "текст не в нормальній формі C",
  ]
}
