// SPDX-License-Identifier: Apache-2.0

import Authoring
import Register

/// What is wrong with a file that somebody wrote, in words.
struct AuthoringWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  func sentence(for error: MalformedCSV) -> String {
    switch error {
    case .emptyFile: words("csv.empty")
    case .fileTooLarge(_, let max): words("csv.too_large", ["max": "\(max)"])
    case .utf16: words("csv.utf16")
    case .notUTF8(let line): words("csv.not_utf8", ["line": "\(line)"])
    case .separatedBySemicolons: words("csv.semicolons")
    case .unclosedQuote(let line): words("csv.unclosed_quote", ["line": "\(line)"])
    case .strayQuote(let line, let column):
      words("csv.stray_quote", ["line": "\(line)", "column": "\(column)"])
    case .raggedRow(let line, let expected, let found):
      words("csv.ragged", ["line": "\(line)", "expected": "\(expected)", "found": "\(found)"])
    case .fieldTooLong(let line, let column, let max):
      words("csv.field_too_long", ["line": "\(line)", "column": "\(column)", "max": "\(max)"])
    case .controlCharacter(let line, let column):
      words("csv.control", ["line": "\(line)", "column": "\(column)"])
    case .duplicateColumn(let name): words("csv.duplicate_column", ["name": Plain.safe(name)])
    case .unnamedColumn(let number): words("csv.unnamed_column", ["column": "\(number)"])
    case .tooManyColumns(let max): words("csv.too_many_columns", ["max": "\(max)"])
    case .tooManyRows(let max): words("csv.too_many_rows", ["max": "\(max)"])
    }
  }

  func sentence(for error: ColumnFaults) -> String {
    error.faults.map { fault in
      switch fault {
      case .missing(let name, let nearest):
        words("csv.missing_column", ["name": Plain.safe(name)]) + suggestion(nearest)
      case .unknown(let name, let nearest):
        words("csv.unknown_column", ["name": Plain.safe(name)]) + suggestion(nearest)
      }
    }.joined(separator: "; ")
  }

  private func suggestion(_ name: String?) -> String {
    name.map { " " + words("csv.nearest", ["name": Plain.safe($0)]) } ?? ""
  }

  func sentence(for fault: RowFault) -> String {
    let key =
      switch fault.kind {
      case .notAName: "row.not_a_name"
      case .notATime: "row.not_a_time"
      case .missing: "row.missing"
      case .repeated: "row.repeated"
      case .notAnInteger: "row.not_an_integer"
      case .tooLong: "row.too_long"
      }
    return words(
      key,
      [
        "line": "\(fault.line)", "column": Plain.safe(fault.column),
        "found": Plain.safe(fault.found),
      ])
  }
}

extension AuthoringWords {
  func sentence(for error: MalformedYAML) -> String {
    func at(_ key: String, _ line: Int, _ column: Int, _ more: [String: String] = [:]) -> String {
      words(key, more.merging(["line": "\(line)", "column": "\(column)"]) { own, _ in own })
    }
    switch error {
    case .tooLarge(_, let max): return words("yaml.too_large", ["max": "\(max)"])
    case .notUTF8(let line): return words("csv.not_utf8", ["line": "\(line)"])
    case .byteOrderMark: return words("yaml.byte_order_mark")
    case .notNFC(let line, let column): return at("yaml.not_nfc", line, column)
    case .oddLineBreak(let line, let column): return at("yaml.odd_line_break", line, column)
    case .syntax(let text, let line, let column):
      return at("yaml.syntax", line, column, ["why": Plain.safe(text)])
    case .empty: return words("csv.empty")
    case .severalDocuments(let line, let column): return at("yaml.several_documents", line, column)
    case .anchor(let line, let column): return at("yaml.anchor", line, column)
    case .alias(let line, let column): return at("yaml.alias", line, column)
    case .tag(let line, let column): return at("yaml.tag", line, column)
    case .duplicateKey(let name, let line, let column):
      return at("yaml.duplicate_key", line, column, ["name": Plain.safe(name)])
    case .mergeKey(let line, let column): return at("yaml.merge_key", line, column)
    case .keyNotText(let line, let column): return at("yaml.key_not_text", line, column)
    case .nothing(let line, let column): return at("yaml.nothing", line, column)
    case .tooDeep(let line, let column): return at("yaml.too_deep", line, column)
    }
  }
}
