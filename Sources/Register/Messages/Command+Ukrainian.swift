// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Command {
  /// What the command itself says in Ukrainian.
  static let ukrainian: [String: String] = [
    "application.member": "вступила як {member}",
    "application.not_selected": "короткий список: місце {rank}, балів {score}, не обрано: {reason}",
    "application.private_needed": """
    для особистих відповідей потрібен --private ФАЙЛ: там зберігається те, що їх відкриває
    """,
    "application.related": "див. також {other}",
    "application.repair_until": "можна виправити до {until}",
    "application.reviews": "рецензій: {count} із {of}",
    "application.selected": "короткий список: місце {rank}, балів {score}, обрано{reason}",
    "application.tier": "перевірка: {tier}",
    "call.count.early": "{count|заява|заяви|заяв} зарано",
    "call.count.eligible": "{count|заява відповідає|заяви відповідають|заяв відповідають} вимогам",
    "call.count.incomplete": "{count|заява|заяви|заяв} на доопрацювання",
    "call.count.ineligible": """
    {count|заява не відповідає|заяви не відповідають|заяв не відповідають} вимогам
    """,
    "call.count.late": "{count|заява|заяви|заяв} запізно",
    "call.count.standing": "{count|заява|заяви|заяв} чекають на перевірку",
    "call.count.superseded": "{count|заява|заяви|заяв} замінено новішою",
    "call.count.withdrawn": "{count|заява|заяви|заяв} відкликано",
    "call.window": "{call}: відкрито з {opens} до {closes}, офлайн-пакети до {grace}",
    "csv.control": "рядок {line}, стовпець {column}: керівний символ у полі",
    "csv.duplicate_column": "стовпець {name} є двічі",
    "csv.empty": "файл порожній",
    "csv.field_too_long": "рядок {line}, стовпець {column}: поле довше за {max} байтів",
    "csv.missing_column": "бракує стовпця {name}",
    "csv.nearest": "(мається на увазі {name}?)",
    "csv.not_utf8": "рядок {line}: текст не в UTF-8; збережіть файл як «CSV UTF-8»",
    "csv.ragged": "рядок {line}: {found|поле|поля|полів}, а в першому рядку їх {expected}",
    "csv.semicolons": "поля розділено крапкою з комою; збережіть файл із комами",
    "csv.stray_quote": "рядок {line}, стовпець {column}: лапки там, де їх не може бути",
    "csv.too_large": "файл більший за {max} байтів",
    "csv.too_many_columns": "більше ніж {max} стовпців",
    "csv.too_many_rows": "більше ніж {max} рядків",
    "csv.unclosed_quote": "рядок {line}: відкриті тут лапки ніде не закрито",
    "csv.unknown_column": "стовпця {name} немає у формі",
    "csv.unnamed_column": "стовпець {column} не має назви",
    "csv.utf16": "файл у UTF-16; збережіть його як «CSV UTF-8»",
    "disposition.early": "зарано",
    "disposition.eligible": "відповідає вимогам",
    "disposition.incomplete": "неповна",
    "disposition.ineligible": "не відповідає вимогам",
    "disposition.late": "запізно",
    "disposition.superseded": "замінено новішою",
    "disposition.unscreened": "ще не перевірено",
    "disposition.withdrawn": "відкликано",
    "dry.nothing": "Нічого не записано.",
    "dry.prefix": "було б: ",
    "entries.more": "… і ще {count|запис|записи|записів}",
    "fact.malformed": "факт пишеться як ознака=текст, а не «{text}»",
    "file.exists": "{path} уже є, і його не буде замінено",
    "file.exists.hint": "оберіть іншу назву або приберіть файл",
    "file.folder": "{path} є текою",
    "file.missing": "файлу {path} немає",
    "file.no_folder": "теки {path} немає",
    "file.too_large": "{path} більший за {max} байтів",
    "file.trouble": "{path}: система каже: {error}",
    "form.malformed": "{path}: опис стовпця {column} незрозумілий",
    "form.needed": "до --from потрібен --form, опис стовпців",
    "form.other": "ця форма не та, з якою відкрито набір {call}",
    "founding.done": "Засновано {origin}, {founders|засновник|засновники|засновників}: {path}",
    "founding.done_rehearsal": """
    Засновано {origin} як РЕПЕТИЦІЮ, {founders|засновник|засновники|засновників}: {path}
    """,
    "founding.malformed": "{path}: поля {field} бракує або воно незрозуміле",
    "founding.other": "журнал починається з ledger.founded, а не з {type}",
    "import.beyond_grace": """
    {id}: запечатано {sealed}, отримано {received}: і пільговий час минув (§ {clause})
    """,
    "import.channel": "рядок {line}: каналу «{found}» немає; є {known}",
    "import.done": """
    прийнято {count|рядок|рядки|рядків}, записи {first}–{last}; чого не має бути в \
    журналі, лежить у {folder}
    """,
    "import.early": "{id}: отримано {received}: до відкриття (§ {clause})",
    "import.future": "рядок {line}, {id}: {time} ще не настало, тож тоді нічого не могли отримати",
    "import.grace": "{id}: запечатано {sealed}, отримано {received}: у пільговий час (§ {clause})",
    "import.late": "{id}: отримано {received}: після закриття (§ {clause})",
    "import.no_name": "рядок {line}, {id}: організація не має назви",
    "import.personal": "не потрапляє до журналу: {columns}",
    "import.read": """
    Прочитано {count|рядок|рядки|рядків}, \
    {organisations|організація|організації|організацій}.
    """,
    "import.same_name": "{ids}: однакова назва, різні коди: не об'єднано",
    "import.superseded": "{id} → замінено на {other} (той самий код {code})",
    "import.superseded_names_differ": """
    {id} → замінено на {other} (той самий код {code}); назви різняться: погляньте
    """,
    "key.bad_name": "«{name}» не може бути назвою ключа: від 1 до 255 знаків A-Z a-z 0-9 . _ / -",
    "key.bad_vkey": "{path}: {why}",
    "key.empty_passphrase": "порожня парольна фраза нічого не захищає",
    "key.interrupted": "запит парольної фрази перервано",
    "key.libcrypto": "libcrypto відмовила у {function}",
    "key.malformed": "закритий ключ у файлі не читається",
    "key.malformed_vkey": "це не ключ перевірки: назва+хеш+base64",
    "key.mismatch": "{path} не є закритою половиною {vkey}",
    "key.no_terminal": "немає термінала, щоб запитати парольну фразу",
    "key.no_terminal.hint": """
    покладіть парольну фразу у файл і вкажіть його через --passphrase-file
    """,
    "key.none": "цього ніхто не підписує: вкажіть закритий ключ через --key",
    "key.none.hint": "--key може стояти кілька разів, якщо підписують кілька осіб",
    "key.not_pem": "у файлі немає ключа у форматі PEM",
    "key.not_private": "у файлі {label}, а не закритий ключ",
    "key.other_algorithm": "це ключ {name}; тут уживають лише Ed25519",
    "key.passphrase_long": "парольна фраза задовга",
    "key.passphrase_needed": "ключ зашифровано, потрібна парольна фраза",
    "key.passphrases_differ": "дві парольні фрази різні",
    "key.prompt": "Парольна фраза для {path}: ",
    "key.revoked": "(відкликано)",
    "key.several": "у файлі кілька блоків PEM, тож котрий із них ключ — невідомо",
    "key.shown": "назва ключа {name}, відкритий ключ {hex}",
    "key.too_long": "у файлі {bytes|байт|байти|байтів}; ключі такими не бувають",
    "key.unknown_type": "ключ перевірки такого типу тут не вживається",
    "key.unusable": "{path}: {why}",
    "key.weak": "це слабкий ключ: за нього може підписати будь-хто",
    "key.wrong_id": "хеш ключа перевірки не відповідає його назві й ключу",
    "key.wrong_passphrase": "парольна фраза неправильна",
    "log.hint": "вкажіть журнал через --log ФАЙЛ або у VICHE_LOG; новий засновує viche init",
    "log.no_entry": "запису {entry} немає; у журналі {count|запис|записи|записів}",
    "log_key.hint": """
    записувати може лише той, хто має власний ключ журналу: вкажіть його через --log-key \
    або збережіть заяву через --out і надішліть
    """,
    "nothing.to_do": "нічого, що на це чекало б, немає",
    "now.not_rehearsal": "цей реєстр бере час із годинника системи, і підказати час йому не можна",
    "now.not_rehearsal.hint": """
    приберіть --now; час можна підказати лише реєстру, заснованому як репетиція
    """,
    "party.keys": "ключі",
    "party.rolls": "групи",
    "party.seats": "місця",
    "party.since": "член з",
    "receipt.dropped": "запису {entry}, за який підписав ключ журналу, у цьому журналі вже немає",
    "receipt.foreign": "квитанція стосується {expected}, а журнал — {found}",
    "receipt.forked": """
    на розмірі {size} цей журнал не той, за яким видано квитанцію: існує дві історії
    """,
    "receipt.hint": """
    збережіть обидва файли: разом вони доводять, що сталося; покажіть їх членам і свідкам
    """,
    "receipt.malformed": "{path}: це не квитанція (c2sp.org/tlog-proof@v1)",
    "receipt.not_signed": "ключ журналу цієї квитанції не підписував",
    "receipt.older": """
    у журналі {size|запис|записи|записів}, а квитанцію видано, коли їх було {receipt}: це \
    стара або обрізана копія
    """,
    "receipt.proves_nothing": "квитанція не сходиться сама з собою",
    "receipt.written": "квитанція: {path}",
    "recovery.finished": "завершено перерваний запис: {entries|запис|записи|записів}",
    "recovery.set_aside": """
    рештки перерваного запису ({bytes|байт|байти|байтів}) перенесено до {path}; \
    {statements|цілу заяву|цілі заяви|цілих заяв} з нього можна подати знову
    """,
    "review.assigned": """
    {count|заява|заяви|заяв} на {reviewers|рецензента|рецензентів|рецензентів}: по \
    {least}–{most}
    """,
    "review.imported": "прочитано {count|рецензію|рецензії|рецензій}, зараховано {accepted}",
    "review.not_kept": "призначення з таблиці порушує правило; узято стандартне:",
    "row.missing": "рядок {line}, {column}: бракує",
    "row.not_a_name": """
    рядок {line}, {column}: «{found}» не є назвою з 1–64 знаків A-Z a-z 0-9 . _ -
    """,
    "row.not_a_time": """
    рядок {line}, {column}: «{found}» не є часом на зразок 2024-11-30T23:59:59+02:00
    """,
    "row.not_an_integer": "рядок {line}, {column}: «{found}» не є цілим числом",
    "row.repeated": "рядок {line}, {column}: «{found}» є двічі",
    "row.too_long": "рядок {line}, {column}: довше за 512 байтів",
    "rows.faulty": "{path}: {count|помилка|помилки|помилок}",
    "rows.faulty.hint": "нічого не прийнято; виправте рядки й імпортуйте знову",
    "score.malformed": "оцінка пишеться як критерій=бали, а не «{text}»",
    "shortlist.not_selected": "–",
    "shortlist.selected": "обрано",
    "sign.done": "{name}: підписано {path}",
    "statement.unsigned": "заяву ще не підписано",
    "statement.written": """
    підписана заява: {path} ({bytes|байт|байти|байтів}); до журналу нічого не записано
    """,
    "statutes.faulty": "{path}: {count|помилка|помилки|помилок}",
    "statutes.needed": "для зміни правил потрібні нові правила повністю, а їх не названо",
    "statutes.needed.hint": "назвіть їх (YAML) через --statutes",
    "statutes.not_asked": "у питанні {matter} правил не змінюють",
    "statutes.not_asked.hint": "приберіть --statutes або подайте пропозицію в питанні 'statutes'",
    "statutes.sound": """
    {policy}, версія {version}: помилок немає. {rules|правило|правила|правил}, \
    {procedures|процедура|процедури|процедур}.
    """,
    "statutes.warning": "зверніть увагу:",
    "tail.ignored": """
    після останньої контрольної точки є {bytes|байт|байти|байтів}, яких ніхто не \
    підтверджував; їх не враховано
    """,
    "time.malformed": "«{text}» не є часом на зразок 2024-12-03T09:00:00+02:00",
    "today.nothing": "нічого не чекає",
    "today.title": "Станом на {now}",
    "truth.false": "ні",
    "truth.true": "так",
    "truth.unknown": "невідомо",
    "verify.counts": """
    {entries|запис|записи|записів}, {signatures|підпис|підписи|підписів}, \
    {checkpoints|контрольна точка|контрольні точки|контрольних точок}; \
    {members|член|члени|членів}
    """,
    "verify.head": "вершина: {size|запис|записи|записів}, корінь {root}, останній отримано {time}",
    "verify.key": "його ключ: {key}; порівняйте з тим, який вам дали",
    "verify.level": """
    байти, підписи, дерево й контрольні точки правильні; обчислено заново за \
    {versions|редакцією|редакціями|редакціями} статуту: {changes|зміну|зміни|змін} стану, \
    {ballots|бюлетень|бюлетені|бюлетенів}, {counts|підрахунок|підрахунки|підрахунків}
    """,
    "verify.progress": "перевірено {done} із {total|запису|записів|записів}, {percent} %",
    "verify.receipts": """
    {count|квитанція збігається|квитанції збігаються|квитанцій збігаються} з цим журналом
    """,
    "verify.rehearsal": "РЕПЕТИЦІЯ: цьому реєстру підказували час; ніщо в ньому не є чинним",
    "yaml.alias": "рядок {line}, стовпець {column}: посилання (alias); напишіть значення повністю",
    "yaml.anchor": """
    рядок {line}, стовпець {column}: якір (anchor); напишіть значення там, де воно \
    потрібне
    """,
    "yaml.byte_order_mark": "файл починається з мітки порядку байтів; збережіть його без неї",
    "yaml.duplicate_key": "рядок {line}, стовпець {column}: ключ {name} є двічі",
    "yaml.key_not_text": "рядок {line}, стовпець {column}: ключ не є текстом",
    "yaml.merge_key": "рядок {line}, стовпець {column}: ключ злиття; напишіть поля повністю",
    "yaml.not_nfc": "рядок {line}, стовпець {column}: текст не в нормальній формі Unicode C",
    "yaml.nothing": "рядок {line}, стовпець {column}: ключ або елемент без значення",
    "yaml.odd_line_break": "рядок {line}, стовпець {column}: кінець рядка не LF і не CR LF",
    "yaml.several_documents": "рядок {line}, стовпець {column}: тут починається другий документ",
    "yaml.syntax": "рядок {line}, стовпець {column}: {why}",
    "yaml.tag": "рядок {line}, стовпець {column}: тег; тут є лише текст, списки й об'єкти",
    "yaml.too_deep": "рядок {line}, стовпець {column}: завелика вкладеність",
    "yaml.too_large": "файл більший за {max} байтів",
  ]
}
