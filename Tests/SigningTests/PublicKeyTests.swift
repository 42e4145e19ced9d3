// SPDX-License-Identifier: Apache-2.0
import Signing
import TestSupport
import Testing

struct PublicKeyTests {
  struct Wycheproof: Decodable {
    struct Group: Decodable {
      struct Key: Decodable { let pk: String }
      struct Case: Decodable { let tcId: Int, msg: String, sig: String, result: String }
      let publicKey: Key, tests: [Case]
    }
    let testGroups: [Group]
  }

  @Test func all151CasesOfWycheproofAreAnsweredAsTheyShould() throws {
    let groups = try Vectors.all.json("wycheproof/ed25519_test.json", as: Wycheproof.self)
      .testGroups
    let checker = SignatureChecker()
    var count = 0
    for group in groups {
      let key = try PublicKey(rawBytes: #require(Hex.decode(group.publicKey.pk)))
      for test in group.tests {
        let message = try #require(Hex.decode(test.msg))
        let signature = try #require(Hex.decode(test.sig))
        let expected = test.result == "valid"
        #expect(try checker.isValid(signature, for: message, by: key) == expected, "\(test.tcId)")
        #expect(try key.isValidSignature(signature, for: message) == expected, "\(test.tcId)")
        count += 1
      }
    }
    #expect(count == 151)
  }

  struct EdgePoint: Decodable {
    let number: Int, key: String, sig: String, msg: String, flags: [String]?
  }

  @Test func exactly86Of914EdgePointsRemainOnceWeakKeysAreRefused() throws {
    let points = try Vectors.all.json("cctv/ed25519/ed25519vectors.json", as: [EdgePoint].self)
    let expected = try Vectors.all.json(
      "cctv/ed25519/accepted-after-weak-key-refusal.json", as: [Int].self)
    let checker = SignatureChecker()
    var accepted: [Int] = []
    for point in points {
      let rawBytes = try #require(Hex.decode(point.key))
      let isWeak = !Set(point.flags ?? []).isDisjoint(with: ["low_order_A", "non_canonical_A"])
      guard let key = try? PublicKey(rawBytes: rawBytes) else {
        #expect(isWeak, "\(point.number) is refused without need")
        continue
      }
      #expect(!isWeak, "\(point.number) is a weak key")
      let signature = try #require(Hex.decode(point.sig))
      if try checker.isValid(signature, for: Array(point.msg.utf8), by: key) {
        accepted.append(point.number)
      }
    }
    #expect(points.count == 914)
    #expect(accepted == expected && accepted.count == 86)
  }

  @Test(arguments: [
    // y = 0, 1, -1 and the two of order 8: whoever likes signs for them
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    // the same with the sign bit set
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    // y = p, p + 1 and 2^255 - 1 are second spellings
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  ])
  func aKeyForWhichAnyoneCanSignIsRefused(hex: String) throws {
    let rawBytes = try #require(Hex.decode(hex))
    #expect(throws: SigningError.weakPublicKey) { try PublicKey(rawBytes: rawBytes) }
  }

  @Test func theLargestCanonicalEncodingBelowThoseIsNotCalledWeak() throws {
    // y = p - 2; not every y is on the curve, which verification finds out.
    let hex = "ebffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
    let key = try PublicKey(rawBytes: #require(Hex.decode(hex)))
    #expect(try !key.isValidSignature([UInt8](repeating: 0, count: 64), for: []))
  }

  @Test(arguments: [0, 31, 33])
  func aPublicKeyHas32Bytes(count: Int) {
    #expect(throws: SigningError.publicKeyLength(bytes: count)) {
      try PublicKey(rawBytes: [UInt8](repeating: 7, count: count))
    }
  }
}
