// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import TransparencyLog

struct TilePathTests {
  struct Paths: Decodable {
    /// A level of the tree by its number, or the word `entries`.
    enum Level: Decodable {
      case number(Int), entries

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        self = (try? value.decode(Int.self)).map { .number($0) } ?? .entries
      }
    }
    struct Encoding: Decodable { let level: Level, index: Int, partial: Int, path: String }
    struct Bundle: Decodable { let entry: Int, size: Int, path: String }
    struct Parsing: Decodable {
      let level: String, index: String
      let want_level: Int?, want_index: Int?, want_partial: Int?, want_err: Bool?
    }
    struct Inventory: Decodable { let size: Int, resources: [String: Int] }
    let encode: [Encoding], entry_bundle_for_index: [Bundle], parse: [Parsing]
    let tile_inventory: [Inventory]
  }

  let paths: Paths

  init() throws {
    paths = try Vectors.all.json("tiles/paths.json", as: Paths.self)
  }

  @Test func thePathsOfOthersAreWrittenAndReadUnchanged() throws {
    #expect(paths.encode.count == 9)
    for test in paths.encode {
      let width = test.partial == 0 ? TilePath.fullWidth : test.partial
      let path: TilePath =
        switch test.level {
        case .number(let level): .hashes(level: level, index: test.index, width: width)
        case .entries: .entries(index: test.index, width: width)
        }
      #expect(path.text == test.path)
      #expect(try TilePath(parsing: test.path) == path)
    }
  }

  @Test func anEntryIsFoundInTheBundleWhereOthersLookForIt() {
    #expect(paths.entry_bundle_for_index.count == 7)
    for test in paths.entry_bundle_for_index {
      #expect(TilePath.bundle(ofEntry: test.entry, size: test.size).text == test.path)
    }
  }

  @Test func thePathsThatOthersRefuseAreRefused() throws {
    #expect(paths.parse.count == 19)
    for test in paths.parse {
      let text = "tile/\(test.level)/\(test.index)"
      guard let level = test.want_level, let index = test.want_index, let width = test.want_partial
      else {
        #expect(throws: MalformedNote.badTilePath, "\(text)") { try TilePath(parsing: text) }
        continue
      }
      let expected = TilePath.hashes(
        level: level, index: index, width: width == 0 ? TilePath.fullWidth : width)
      #expect(try TilePath(parsing: text) == expected)
    }
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "/tile/0/000", "tile/0/000/", "tile/00/000", "tile/-0/000",
    "tile/0/x000/000", "tile/0/00", "tile/0/0000", "tile/0/000.p/0", "tile/0/000.p/08",
    "tile/0/000.p/8/8", "tile/0/000.p.p/8", "tile/0/.p/8", "tile/0/000.q/8", "tile/entry/000",
    "tile/0/x001.p/000", "tiles/0/000", "tile/0/٠٠٠",
  ])
  func anotherSpellingOfAPathIsRefused(path: String) {
    #expect(throws: MalformedNote.badTilePath) { try TilePath(parsing: path) }
  }

  @Test func aLogHasTheTilesThatTheSpecificationCounts() {
    for test in paths.tile_inventory {
      var resources: [String: Int] = [:]
      for case .hashes(let level, _, let width) in TilePath.all(size: test.size) {
        if width == TilePath.fullWidth {
          resources["tile/\(level) full", default: 0] += 1
        } else {
          resources["tile/\(level) partial width"] = width
        }
      }
      #expect(resources == test.resources)
    }
    #expect(TilePath.all(size: 0).isEmpty)
  }
}
