// SPDX-License-Identifier: Apache-2.0

import Counting
import Testing

@Suite struct Fractions {
  @Test func areInLowestTermsWithTheSignAbove() {
    #expect(Fraction(60, 100) == Fraction(3, 5))
    #expect(Fraction(3, -6) == Fraction(-1, 2))
    #expect(Fraction(0, 7).exactText == "0/1")
  }

  @Test(arguments: [
    ("2/3", Fraction(2, 3)), ("5", Fraction(5)), ("20/100", Fraction(1, 5)), ("0/9", Fraction(0)),
  ])
  func areReadFromText(text: String, expected: Fraction) {
    #expect(Fraction(text) == expected)
  }

  @Test(arguments: [
    "", "/", "1/", "/2", "1/0", "-1/2", "+1", "0.5", "1/2/3", " 1", "1234567890", "٣",
  ])
  func areNothingElse(text: String) {
    #expect(Fraction(text) == nil)
  }

  @Test func compareWithoutOverflow() {
    let nearlyOne = Fraction(Int.max - 1, Int.max)
    #expect(nearlyOne < Fraction(1))
    #expect(Fraction(Int.max - 2, Int.max - 1) < nearlyOne)
    #expect(Fraction(-1, 3) < Fraction(-1, 4))
    #expect(!(Fraction(2, 3) < Fraction(4, 6)))
  }

  @Test func calculateExactly() {
    #expect(Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2))
    #expect(Fraction(1, 2) - Fraction(2, 3) == Fraction(-1, 6))
    #expect(Fraction(14, 3) * 30 / 5 == Fraction(28))
    #expect(Fraction(2, 3) / Fraction(4, 9) == Fraction(3, 2))
    #expect(Fraction(7, 2).floor == 3)
    #expect(Fraction(-7, 2).floor == -4)
    #expect(Fraction(7, 2).ceiling == 4)
    #expect(Fraction(8, 2).ceiling == 4)
  }

  @Test(arguments: [
    (Fraction(293, 3), "97.67"), (Fraction(99), "99.00"), (Fraction(1, 200), "0.01"),
    (Fraction(-1, 200), "-0.01"), (Fraction(-1, 1000), "0.00"), (Fraction(1999, 200), "10.00"),
  ])
  func areRoundedForReadingOnly(fraction: Fraction, expected: String) {
    #expect(fraction.decimal(places: 2) == expected)
  }

  @Test func haveOneExactText() {
    #expect(Fraction(99).exactText == "99/1")
    #expect(Fraction(99).text == "99")
    #expect(Fraction(586, 6).text == "293/3")
  }
}
