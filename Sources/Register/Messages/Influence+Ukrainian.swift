// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Influence {
  /// How much say each group of members has, in Ukrainian.
  static let ukrainian: [String: String] = [
    "influence.head": "Вплив за ознакою «{by}», від {from} до {until}",
    "influence.head.body":
      "Вплив за ознакою «{by}», від {from} до {until}; місця й головування: {body}",
    "influence.founding": "заснування",
    "influence.by.size": "розмір",
    "influence.by.region": "область",
    "influence.by.class": "клас",
    "influence.by.member": "член",
    "influence.members": "члени",
    "influence.seats": "місця",
    "influence.days": "дні головування",
    "influence.proposals": "пропозиції",
    "influence.carried": "ухвалено",
    "influence.ballots": "подано голосів",
    "influence.majority": "у більшості",
    "influence.group.small": "малі",
    "influence.group.standard": "звичайні",
    "influence.group.not": "не {name}",
    "influence.group.none": "поза класами",
    "influence.group.unknown": "невідомо",
    "influence.group.all": "усі члени",
    "influence.counted": "{count|рішення|рішення|рішень} голосуванням",
    "influence.counted.elections": """
    {count|рішення|рішення|рішень} голосуванням; бюлетенів {elections|виборів|виборів|виборів} \
    тут не враховано
    """,
    "influence.groups": "групи за § {clause}; кожна дія йде на рахунок тодішньої групи",
    "influence.several": "член кількох класів рахується в кожному",
    "influence.reading": "у більшості: за те, що вирішено; хто утримався, не стає на жоден бік",
    "influence.unknown": "правила не розрізняють членів за ознакою {name}",
    "influence.unknown.hint": "ознаки, які вони знають: {names}",
    "influence.period": "період закінчується {until}, раніше, ніж починається",
  ]
}
