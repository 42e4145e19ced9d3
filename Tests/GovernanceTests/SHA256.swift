// SPDX-License-Identifier: Apache-2.0

import Testing

/// SHA-256 (FIPS 180-4) for tests: the module under test has no cryptography of its own.
func sha256(_ message: [UInt8]) -> [UInt8] {
  let zeros = (119 - message.count % 64) % 64
  let length = UInt64(message.count) * 8
  let padded =
    message + [0x80] + [UInt8](repeating: 0, count: zeros)
    + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
  var state = sha256Start
  for start in stride(from: 0, to: padded.count, by: 64) {
    sha256Block(padded[start..<start + 64], &state)
  }
  return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
}

private func sha256Block(_ block: ArraySlice<UInt8>, _ state: inout [UInt32]) {
  func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
  var w = (0..<16).map { index in
    (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[block.startIndex + 4 * index + $1]) }
  }
  for t in 16..<64 {
    let s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3
    let s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10
    w.append(w[t - 16] &+ s0 &+ w[t - 7] &+ s1)
  }
  var v = state
  for t in 0..<64 {
    let s1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)
    let t1 = v[7] &+ s1 &+ (v[4] & v[5] ^ ~v[4] & v[6]) &+ sha256Words[t] &+ w[t]
    let s0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)
    let t2 = s0 &+ (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2])
    v = [t1 &+ t2, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
  }
  for index in state.indices { state[index] &+= v[index] }
}

private let primes = (2...311).filter { n in (2..<n).allSatisfy { n % $0 != 0 } }

/// The first 32 bits of the fraction of a root, found in integers: ⌊root(n · 2^(32·degree))⌋ mod 2^32.
private func fractionOfRoot(_ n: Int, degree: Int) -> UInt32 {
  var (low, high): (UInt64, UInt64) = (0, 1 << 37)
  while high - low > 1 {
    let middle = (low + high) / 2
    if power(middle, degree, isAtMost: n) { low = middle } else { high = middle }
  }
  return UInt32(truncatingIfNeeded: low)
}

private func power(_ root: UInt64, _ degree: Int, isAtMost n: Int) -> Bool {
  let whole = (0..<degree).reduce(Wide(1)) { product, _ in product * Wide(root) }
  return !(Wide(UInt64(n)) << (32 * degree) < whole)
}

/// 128 bits are enough: 2^37 cubed is 2^111.
private typealias Wide = UInt128

private let sha256Start = primes.prefix(8).map { fractionOfRoot($0, degree: 2) }
private let sha256Words = primes.map { fractionOfRoot($0, degree: 3) }

func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}

@Suite struct TheTestsOwnDigest {
  /// FIPS 180-2, appendix B, and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isThatOfTheStandard(message: String, expected: String) {
    #expect(hexadecimal(sha256([UInt8](message.utf8))) == expected)
  }
}
