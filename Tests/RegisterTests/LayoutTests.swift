// SPDX-License-Identifier: Apache-2.0

import Register
import Testing

@Suite struct SafeText {
  /// Each of these can move, hide or reorder what a terminal shows.
  @Test(arguments: [
    ("a\u{1B}[31m", #"a\u{1B}[31m"#), ("a\tb\r\n", #"a\u{9}b\u{D}\u{A}"#),
    ("\u{7F}\u{9B}", #"\u{7F}\u{9B}"#), ("\u{202E}txt", #"\u{202E}txt"#),
    ("\u{2066}\u{2069}", #"\u{2066}\u{2069}"#),
    ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
    ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
    ("\u{FEFF}\u{200B}\u{AD}", #"\u{FEFF}\u{200B}\u{AD}"#),
    ("\u{E000}\u{10FFFF}", #"\u{E000}\u{10FFFF}"#), ("\u{378}", #"\u{378}"#),
    // A tag character, invisible and once used to hide text.
    ("\u{E0041}", #"\u{E0041}"#),
  ])
  func showsWhatIsHidden(text: String, expected: String) {
    #expect(Plain.safe(text) == expected)
  }

  @Test(arguments: [
    "ГО «Безбар'єрний Простір»", "Qırım – ʼ’'", "Pilišoară 10\u{A0}000", "e\u{301}",
  ])
  func leavesLettersAlone(text: String) {
    #expect(Plain.safe(text) == text)
  }
}

@Suite struct Tables {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Їжак", 4), ("e\u{301}", 1), ("\u{418}\u{306}", 1), ("漢字", 4), ("가", 2),
    ("🙂", 2), ("1½", 2),
  ])
  func countColumnsNotBytes(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [("Заява", 5, "Заява"), ("Заява", 4, "Зая…"), ("漢字漢", 4, "漢…"), ("a", 0, "")])
  func cutLongCells(text: String, columns: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: columns) == expected)
  }

  @Test func alignColumnsWithoutTrailingSpaces() {
    var table = TextTable([
      .init("заява"), .init("балів", .right), .init("примітка", .left, widthMax: 6),
    ])
    table.add(["A-020", "80"])
    table.add(["A-007", "100", "дуже довга"])
    #expect(
      table.text == """
        заява  балів  примі…
        A-020     80
        A-007    100  дуже …

        """)
  }

  @Test func withoutTitlesHaveNoTitleLine() {
    var table = TextTable(columnCount: 2)
    table.add(["a", "b\n"])
    #expect(table.lines() == [#"a  b\u{A}"#])
  }
}
