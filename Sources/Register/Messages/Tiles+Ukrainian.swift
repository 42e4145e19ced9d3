// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Tiles {
  /// A log as it is published, copied and read in tiles, in Ukrainian.
  static let ukrainian: [String: String] = [
    "operation.make": "створити",
    "tiles.bad_url": "{url} не є адресою журналу: https://, вузол і шлях",
    "tiles.bundle_form":
      "змінено: запис {entry}, {resource}: пакет не складається точно зі своїх записів",
    "tiles.damaged": "змінено: запис {entry}, {resource}: {finding}",
    "tiles.damaged_checkpoint": "змінено: checkpoint: {finding}",
    "tiles.empty": "його контрольна точка не має записів",
    "tiles.entry_hash": "змінено: запис {entry}, {resource}: це не той запис, геш якого має {tile}",
    "tiles.fetched": "прочитано {done} із {total|запису|записів|записів}, {percent} %",
    "tiles.first_key": "ключ журналу — {key}: порівняйте його з тим, який вам дали",
    "tiles.forked": """
    роздвоєно: ключ журналу підписав дві історії: тут зберігається {kept|запис|записи|записів} з коренем \
    {kept_root}, знайдено {found|запис|записи|записів} з коренем {found_root}
    """,
    "tiles.hint.forked":
      "збережіть обидві підписані вершини, надруковані вище; покажіть їх членам і спостерігачам",
    "tiles.hint.in_copy": "зробіть нову копію в іншій теці, а цю збережіть",
    "tiles.hint.no_checkpoint": "опублікований журнал має файл checkpoint",
    "tiles.hint.other_log": "назвіть іншу теку; у цю нічого не записано",
    "tiles.hint.shorter":
      "якщо так і залишиться, збережіть обидві підписані вершини, надруковані вище, і покажіть їх членам",
    "tiles.hint.web": "спробуйте ще раз; viche mirror продовжує з того місця, де зупинився",
    "tiles.in_copy": "сама копія неправильна: {why}",
    "tiles.mended": "{resource} було пошкоджено й записано заново",
    "tiles.mirrored": """
    {size|запис|записи|записів} у {path}, з них нових {new}; записано {written|файл|файли|файлів}; \
    журнал правильний, корінь {root}
    """,
    "tiles.missing": "неповно: немає {resource}, якого вимагає контрольна точка",
    "tiles.no_checkpoint": "тут немає журналу: немає checkpoint",
    "tiles.no_source": "{path} не є ні текою з checkpoint, ні адресою",
    "tiles.not_a_log": "не реєстр: {finding}",
    "tiles.not_signed": """
    ключ журналу не підписував цієї контрольної точки: {size|запис|записи|записів}, корінь {root}
    """,
    "tiles.other_log": "{path} не з цього журналу; нічого не перезаписано",
    "tiles.plain_http": "{url} читали б без TLS з іншої машини",
    "tiles.plain_http.hint":
      "візьміть https:// або додайте --allow-http: вміст захищають підписи журналу",
    "tiles.published": """
    {size|запис|записи|записів} у {path}: записано {written|файл|файли|файлів}, {kept} уже було; корінь {root}
    """,
    "tiles.shorter": """
    коротше: тут зберігається {kept|запис|записи|записів} з коренем {kept_root}, а знайдено лише \
    {found|запис|записи|записів} з коренем {found_root}: стара копія або обрізаний журнал
    """,
    "tiles.tile_hash": "змінено: {resource} не та плитка, геш якої має {above}",
    "tiles.tile_length":
      "змінено: {resource} має {bytes|байт|байти|байтів}, а його геші — {expected}",
    "tiles.too_long": "{resource} довше за {max} байтів",
    "tiles.too_many_bytes": "журнал довший за {max} байтів",
    "tiles.too_many_entries": "журнал має {count|запис|записи|записів}; читають щонайбільше {max}",
    "tiles.unchecked": "не перевірено: контрольні точки перед останньою, яких плитки не містять",
    "tiles.web": "сервер не надіслав {resource}: {why}",
    "web.connection": "{why}",
    "web.redirect": "він відсилає до {url}, а це не в теці журналу",
    "web.status": "він відповів {code}",
    "web.timeout": "він не відповів за {seconds|секунду|секунди|секунд}",
  ]
}
