// SPDX-License-Identifier: Apache-2.0

import Authoring
import Governance
import Register

/// The files that people write, read with their faults in words.
struct Sources {
  let files: Files
  private var words: Words { files.words }

  init(files: Files) { self.files = files }

  /// A YAML file's tree.
  func yaml(_ bytes: [UInt8], from path: String) throws -> JSON {
    do { return try StrictYAML.read(bytes) } catch {
      throw Failure(
        .malformed, "\(Plain.safe(path)): \(AuthoringWords(words).sentence(for: error))")
    }
  }

  /// Statutes from a YAML file, linted; every fault is told.
  func statutes(_ path: String) throws -> Statutes {
    let tree = try yaml(files.read(path, atMost: StrictYAML.sizeMax), from: path)
    do { return try Statutes(tree) } catch {
      let lines = error.faults.map { "  " + words.sentence(for: $0) }
      throw Failure(
        .malformed,
        words("statutes.faulty", ["path": Plain.safe(path), "count": "\(error.faults.count)"])
          + "\n" + lines.joined(separator: "\n"))
    }
  }

  /// A form's description.
  func form(_ path: String) throws -> FormColumns {
    let tree = try yaml(files.read(path, atMost: StrictYAML.sizeMax), from: path)
    do { return try FormColumns(tree) } catch {
      throw Failure(
        .malformed,
        words("form.malformed", ["path": Plain.safe(path), "column": error.column ?? "–"]))
    }
  }

  /// A form's table, every column known and there, every row whole.
  func rows(_ path: String, form: FormColumns) throws -> [FormRow] {
    let bytes = try files.read(path)
    do {
      let table = try CSVTable(bytes)
      try table.requireColumns(known: [], required: form.names)
      return try form.rows(of: table)
    } catch let error as MalformedCSV {
      throw Failure(
        .malformed, "\(Plain.safe(path)): \(AuthoringWords(words).sentence(for: error))")
    } catch let error as ColumnFaults {
      throw Failure(
        .malformed, "\(Plain.safe(path)): \(AuthoringWords(words).sentence(for: error))")
    } catch let error as RowFaults {
      let lines = error.faults.prefix(20).map { "  " + AuthoringWords(words).sentence(for: $0) }
      throw Failure(
        .malformed,
        words("rows.faulty", ["path": Plain.safe(path), "count": "\(error.faults.count)"]) + "\n"
          + lines.joined(separator: "\n"), hint: words("rows.faulty.hint"))
    }
  }
}
