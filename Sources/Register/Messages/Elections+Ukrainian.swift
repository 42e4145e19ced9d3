// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Elections {
  /// Counts of elections, and files of ballots, as the command tells them in Ukrainian.
  static let ukrainian: [String: String] = [
    "blt.ballot_too_long": "рядок {line}: у бюлетені понад {max} вподобань",
    "blt.empty_name": "рядок {line}: порожнє ім’я",
    "blt.fractional_papers": """
    рядок {line}: бюлетенів {found}; рахують лише цілі, тож помножте всі на те саме число
    """,
    "blt.malformed_option": """
    рядок {line}: параметр [{name}] має закриватися дужкою ] і назвати кожного кандидата раз
    """,
    "blt.name_too_long": "рядок {line}: ім’я довше за {max} байтів",
    "blt.no_candidates": "рядок {line}: за файлом, кандидатів немає",
    "blt.no_end_of_ballots": "рядок {line}: файл скінчився раніше за окремий 0 після бюлетенів",
    "blt.no_seats": "рядок {line}: за файлом, місць немає",
    "blt.not_a_number.candidates": """
    рядок {line}: бракує числа кандидатів, натомість «{found}»; ним починається файл BLT
    """,
    "blt.not_a_number.papers": """
    рядок {line}: запис починається з числа бюлетенів, а не з «{found}»
    """,
    "blt.not_a_number.seats": """
    рядок {line}: бракує числа місць, натомість «{found}»; воно стоїть після числа кандидатів
    """,
    "blt.not_utf8": "рядок {line}: ім’я не в UTF-8; збережіть файл у UTF-8",
    "blt.papers_with_id": """
    рядок {line}: запис із позначкою — один бюлетень: (позначка) 1, далі вподобання
    """,
    "blt.repeated_id": "рядок {line}: бюлетень {id} є двічі",
    "blt.stray_quote": "рядок {line}: лапки там, де їх не може бути",
    "blt.too_few_names": """
    після бюлетенів має бути {expected|текст|тексти|текстів}: імена кандидатів і назва; є {found}
    """,
    "blt.too_many_ballots": "рядок {line}: понад {max} записів бюлетенів",
    "blt.too_many_candidates": "рядок {line}: понад {max} кандидатів",
    "blt.too_many_names": """
    рядок {line}: імен більше, ніж у першому рядку кандидатів ({expected}) і назва
    """,
    "blt.too_many_papers": "рядок {line}: разом понад {max} бюлетенів",
    "blt.unclosed_comment": "рядок {line}: відкриту тут примітку ніде не закрито",
    "blt.unclosed_id": "рядок {line}: позначку бюлетеня не закрито",
    "blt.unclosed_quote": "рядок {line}: відкриті тут лапки не закрито в тому ж рядку",
    "blt.unfinished_ballot": "рядок {line}: запис не закінчується на 0, як інші",
    "blt.unknown_candidate": """
    рядок {line}: «{found}» — не номер жодного з кандидатів (їх {candidates})
    """,
    "blt.unknown_option": """
    рядок {line}: параметр [{name}] змінив би підрахунок і тут невідомий; приберіть його
    """,
    "blt.utf16": "файл у UTF-16; збережіть його в UTF-8",
    "blt.withdrawn_twice": "рядок {line}: кандидат {candidate} знятий двічі",
    "con.least_above_most": "рядок {line}: не буває щонайменше {least} і щонайбільше {most}",
    "con.not_a_number": """
    рядок {line}: «{found}» там, де має бути число: категорія, група, щонайменше, щонайбільше, номери
    """,
    "con.repeated_candidate": "рядок {line}: кандидат {candidate} у групі двічі",
    "con.repeated_group": "рядок {line}: група {name} є двічі",
    "con.too_few_fields": """
    рядок {line}: у рядку щонайменше чотири поля: категорія, група, щонайменше, щонайбільше
    """,
    "con.too_many_groups": "рядок {line}: понад {max} груп",
    "count.bound.at_least": """
    щонайменше {number} з {group} (обрано {elected}, лишилося {left})
    """,
    "count.bound.at_most": "щонайбільше {number} з {group} (обрано {elected}, лишилося {left})",
    "count.bound.sitting": "хто засідає, лишається на місці",
    "count.candidate_unknown": "кандидата {name} немає",
    "count.candidate_ambiguous": "кількох кандидатів звуть {name}; вкажіть номер",
    "count.column.points": "бали",
    "count.column.votes": "голоси",
    "count.decision.doomed": "уже не може бути обрано: {names}; {bounds}",
    "count.decision.elected": "обрано: {name} ({ground})",
    "count.decision.excluded": "вибуває: {name}",
    "count.decision.guarded": "має бути обрано: {names}; {bounds}",
    "count.elected": "Обрано:",
    "count.elected.nobody": "Нікого не обрано.",
    "count.elected.stage": "етап {stage}",
    "count.file.hint": "бюлетені читають із файлів BLT і таблиць місць у CSV",
    "count.ground.order": "наступний за порядком",
    "count.ground.quota": "є квота",
    "count.ground.remaining": "лишилося не більше, ніж місць",
    "count.lot.file_order": """
    Жеребом був порядок кандидатів у файлі; інший задають --seed або --lot.
    """,
    "count.lot.given": "Жеребом був порядок у {path}.",
    "count.lot.incomplete": "у порядку бракує {name}",
    "count.lot.repeated": "{name} є тут частіше, ніж серед кандидатів",
    "count.lot.seed": "Жереб витягнуто через SHA-256 із зерна «{seed}».",
    "count.lot.tie_order": "Жеребом був порядок, який на випадок рівності задає файл.",
    "count.lowered": "Нижню межу {group} знижено на {by}: їх замало серед кандидатів.",
    "count.method.borda.last": "бали Борда; хто поза списком, ділить решту",
    "count.method.borda.modified": "бали Борда; хто назвав мало, дає мало",
    "count.method.borda.zero": "бали Борда; хто поза списком, не дістає нічого",
    "count.method.lot": "сам жереб",
    "count.method.meek": "один переданий голос, метод Міка",
    "count.method.missing": "вкажіть, як рахувати, через --method: {known}",
    "count.method.most_approved": "найбільше схвалень; схвалено всіх, кого названо в бюлетені",
    "count.method.plurality": "найбільше голосів; у бюлетені не більше імен, ніж місць",
    "count.method.points": "бали за місцем: {scale}",
    "count.method.schulze.last": "Шульце; хто поза списком, стоїть останнім",
    "count.method.schulze.no_comparison": "Шульце; хто поза списком, не порівнюється",
    "count.method.stv": "один переданий голос, шотландські правила",
    "count.method.unknown": "способу «{found}» немає; є {known}",
    "count.option.unknown": "{option} приймає {known}, а не «{found}»",
    "count.option.useless": "{option} не стосується способу {method}",
    "count.order": "Порядок:",
    "count.order.equal": "{names} (не розведені)",
    "count.pairs": "Скільки бюлетенів ставлять кандидата рядка вище за кандидата стовпця:",
    "count.pairs.too_wide": "Таблиця пар є в --csv і --json.",
    "count.papers": """
    {valid|дійсний бюлетень|дійсні бюлетені|дійсних бюлетенів}, без вподобань {blank}, \
    недійсних {invalid}
    """,
    "count.paths": "Найслабша ланка найсильнішого шляху від рядка до стовпця:",
    "count.purpose.election": "обрання",
    "count.purpose.exclusion": "вибуття",
    "count.purpose.surplus": "наступний надлишок",
    "count.quota": "Квота: {quota}",
    "count.row.lost": "втрачено округленням униз",
    "count.row.non_transferable": "не передано нікому",
    "count.scale": "шкала — цілі числа через кому, наприклад 5,4,3,2,1",
    "count.scale.missing": "вкажіть через --scale, скільки балів дає кожне місце: 5,4,3,2,1",
    "count.seats.bad": "місць може бути від 1 до {max}",
    "count.seats.missing": "таблиця не каже, скількох обирають: --seats",
    "count.size": """
    {seats|місце|місця|місць}, {candidates|кандидат|кандидати|кандидатів}
    """,
    "count.stage.doomed": "бюлетені тих, кого вже не може бути обрано, переходять далі: {names}",
    "count.stage.exclusion": "найменше голосів: вибуває {name}",
    "count.stage.first": "перші вподобання",
    "count.stage.ranking": "розставлено за порядком",
    "count.stage.round": """
    голоси й частки після {iterations|кроку|кроків|кроків}; квота {quota}
    """,
    "count.stage.surplus": "надлишок передано: {name}",
    "count.stages": "Етапи:",
    "count.step.lot": "за жеребом",
    "count.step.stage": "за голосами етапу {stage}",
    "count.tie": "рівність, {purpose}: {names}; {step} — {chosen}",
    "count.to.unknown": "--to приймає blt або csv, а не «{found}»",
    "count.two_outputs": "виберіть одне з --json, --csv і --to",
    "count.two_lots": "виберіть одне з --seed і --lot",
    "count.uncountable.bad_constraint": """
    обмеження {group} вимагає більше, ніж є місць
    """,
    "count.uncountable.bad_size": "місць і кандидатів може бути від 1 до {max}",
    "count.uncountable.equal_ranks": """
    у бюлетені {ballot} кандидати рівні, а {method} рахує одного за одним
    """,
    "count.uncountable.equal_ranks.hint": "рівні місця рахують schulze, borda і points",
    "count.uncountable.infeasible": "жоден підсумок не задовольняє разом: {groups}",
    "count.uncountable.infeasible.hint": """
    --unmet leave_vacant лишає місця вільними, --unmet release віддає їх іншим
    """,
    "count.uncountable.too_entangled": """
    групи обмежень так перетинаються, що можливі підсумки не перебрати
    """,
    "count.unwritable.name": """
    формат не вміщує імені {name}: у ньому лапки, керівний символ або воно задовге
    """,
    "count.unwritable.papers": "бюлетенів {papers}, а рядків у таблиці щонайбільше {max}",
    "count.unwritable.repeated": "у таблиці не може бути двох стовпців {name}",
    "count.vacant": """
    {seats|місце лишається вільним|місця лишаються вільними|місць лишаються вільними}: {why}
    """,
    "count.vacant.constraints": "хто лишився, порушив би {groups}",
    "count.vacant.kept_for": "притримано для {group}, їх замало серед кандидатів",
    "count.vacant.no_ballots": "дійсних бюлетенів немає",
    "count.vacant.no_candidates": "обирати вже нема кого",
    "count.withdrawn": "Знято: {names}",
    "ranks.not_a_rank": """
    рядок {line}, стовпець {column}: «{found}» — не місце; місце — ціле число від 1 або нічого
    """,
  ]
}
