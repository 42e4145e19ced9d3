// SPDX-License-Identifier: Apache-2.0
import Foundation
import Signing
import TestSupport
import Testing
import TransparencyLog

struct MerkleTreeTests {
  struct Roots: Decodable {
    struct Case: Decodable {
      let desc: String, want: String, leaf_hex: String?, left_hex: String?, right_hex: String?
    }
    let leaf_inputs_hex: [String], root_hashes_hex_by_size: [String], hash_cases: [Case]
  }

  @Test func theRootsOfRFC6962AreThoseOfOthers() throws {
    let vectors = try Vectors.all.json("rfc6962/roots.json", as: Roots.self)
    let leaves = try vectors.leaf_inputs_hex.map {
      MerkleTree.leafHash(try #require(Hex.decode($0)))
    }
    #expect(vectors.root_hashes_hex_by_size.count == 9)
    for (size, root) in vectors.root_hashes_hex_by_size.enumerated() {
      #expect(Hex.encode(MerkleTree.root(ofLeafHashes: Array(leaves[..<size]))) == root)
    }
    #expect(vectors.hash_cases.count == 4)
    for test in vectors.hash_cases {
      #expect(Hex.encode(try hash(of: test)) == test.want, "\(test.desc)")
    }
  }

  private func hash(of test: Roots.Case) throws -> [UInt8] {
    if let leaf = test.leaf_hex { return MerkleTree.leafHash(try #require(Hex.decode(leaf))) }
    guard let left = test.left_hex, let right = test.right_hex else { return MerkleTree.emptyRoot }
    return MerkleTree.nodeHash(try #require(Hex.decode(left)), try #require(Hex.decode(right)))
  }

  struct Inclusion: Decodable {
    let leafIdx: UInt64, treeSize: UInt64, root: Data, leafHash: Data, proof: [Data]?
    let desc: String, wantErr: Bool
  }

  @Test func theInclusionProofsOfOthersAreAnsweredAsTheyShould() throws {
    let files = try Vectors.all.paths(below: "merkle/inclusion", endingIn: ".json")
    #expect(files.count == 98)
    for file in files {
      let test = try Vectors.all.json(file, as: Inclusion.self)
      // An index or a size of 2^63 and more is no Int: whoever reads it refuses it first.
      guard let index = Int(exactly: test.leafIdx), let size = Int(exactly: test.treeSize) else {
        #expect(test.wantErr, "\(file)")
        continue
      }
      let holds = MerkleTree.verifyInclusion(
        index: index, size: size, leafHash: Array(test.leafHash),
        proof: (test.proof ?? []).map { Array($0) }, root: Array(test.root))
      #expect(holds == !test.wantErr, "\(file)")
    }
  }

  struct Consistency: Decodable {
    let size1: UInt64, size2: UInt64, root1: Data, root2: Data, proof: [Data]?
    let desc: String, wantErr: Bool
  }

  /// Where we are stricter than the vectors' author, and why.
  static let stricter = [
    "merkle/consistency/additional/sizes-are-equal-one-and-proof-is-empty.json":
      "its roots are 12 bytes long, and a root has 32"
  ]

  @Test func theConsistencyProofsOfOthersAreAnsweredAsTheyShould() throws {
    let files = try Vectors.all.paths(below: "merkle/consistency", endingIn: ".json")
    #expect(files.count == 98)
    for file in files {
      let test = try Vectors.all.json(file, as: Consistency.self)
      guard let old = Int(exactly: test.size1), let new = Int(exactly: test.size2) else {
        #expect(test.wantErr, "\(file)")
        continue
      }
      let holds = MerkleTree.verifyConsistency(
        from: old, to: new, proof: (test.proof ?? []).map { Array($0) },
        oldRoot: Array(test.root1), newRoot: Array(test.root2))
      #expect(holds == (!test.wantErr && Self.stricter[file] == nil), "\(file)")
    }
  }

  /// Leaves that say their index.
  static let leaves = (0..<70).map { MerkleTree.leafHash([UInt8($0)]) }

  @Test func everyProofThatWeMakeHoldsForItsOwnPlaceOnly() {
    for size in 1...40 {
      let root = MerkleTree.root(ofLeafHashes: Array(Self.leaves[..<size]))
      for index in 0..<size {
        let proof = MerkleTree.inclusionProof(index: index, leafHashes: Self.leaves, size: size)
        let places = (0..<size + 1).filter { place in
          MerkleTree.verifyInclusion(
            index: place, size: size, leafHash: Self.leaves[index], proof: proof, root: root)
        }
        #expect(places == [index], "size \(size)")
      }
    }
  }

  @Test func everyTreeIsConsistentWithEveryOlderOneAndWithNoOther() {
    let roots = (0...Self.leaves.count).map {
      MerkleTree.root(ofLeafHashes: Array(Self.leaves[..<$0]))
    }
    for new in 1...Self.leaves.count {
      for old in 1...new {
        let proof = MerkleTree.consistencyProof(from: old, to: new, leafHashes: Self.leaves)
        let holds = { (oldRoot: [UInt8], proof: [[UInt8]]) in
          MerkleTree.verifyConsistency(
            from: old, to: new, proof: proof, oldRoot: oldRoot, newRoot: roots[new])
        }
        #expect(holds(roots[old], proof), "\(old) to \(new)")
        #expect(!holds(roots[old - 1], proof), "\(old) to \(new)")
        #expect(!holds(roots[old], proof + [roots[0]]), "\(old) to \(new)")
        #expect(proof.isEmpty || !holds(roots[old], proof.dropLast()), "\(old) to \(new)")
      }
    }
  }

  @Test func fromAnEmptyTreeThereIsNothingToProve() {
    let root = MerkleTree.leafHash([])
    let empty = MerkleTree.emptyRoot
    for new in [0, 1] {
      #expect(
        !MerkleTree.verifyConsistency(
          from: 0, to: new, proof: [], oldRoot: empty, newRoot: new == 0 ? empty : root))
    }
  }

  @Test func negativeAndHugeNumbersAreRefusedWithoutATrap() {
    let hash = MerkleTree.emptyRoot
    for (index, size) in [(-1, 1), (0, 0), (0, -1), (.min, .max), (1, 1), (.max, .max)] {
      #expect(
        !MerkleTree.verifyInclusion(
          index: index, size: size, leafHash: hash, proof: [], root: hash))
      #expect(
        !MerkleTree.verifyConsistency(
          from: index, to: size, proof: [[1]], oldRoot: hash, newRoot: hash))
    }
    let longest = [[UInt8]](repeating: hash, count: 63)
    #expect(
      !MerkleTree.verifyInclusion(
        index: .max - 1, size: .max, leafHash: hash, proof: longest, root: hash))
  }

  @Test func aCompactTreeGrowsAsTheWholeTreeDoes() {
    var tree = CompactTree()
    #expect(tree.root == MerkleTree.emptyRoot && tree.size == 0)
    for leaf in Self.leaves {
      tree.append(leafHash: leaf)
      #expect(tree.root == reference(Self.leaves[..<tree.size]))
    }
    #expect(tree.size == Self.leaves.count)
  }

  /// RFC 6962 section 2.1, word for word.
  private func reference(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    guard leaves.count > 1 else { return leaves.first ?? MerkleTree.emptyRoot }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let middle = leaves.startIndex + k
    return MerkleTree.nodeHash(reference(leaves[..<middle]), reference(leaves[middle...]))
  }
}
