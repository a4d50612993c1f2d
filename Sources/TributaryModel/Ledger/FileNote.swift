/// Something odd about a file that refuses nothing: told to people, who may know better.
///
/// Example: `FileNote(.zeroTotals, count: 12)` says that twelve orders of the file cost nothing.
public struct FileNote: Hashable, Sendable {
  public let kind: Kind
  /// Records that the note speaks of; 1 or more.
  public var count: Int
  /// What it speaks of: an order's number, a day, a sum, a column; "" where the kind says it all.
  /// Contacts in it are masked.
  public let about: String

  package init(_ kind: Kind, count: Int = 1, about: String = "") {
    self.kind = kind
    self.count = count
    self.about = ContactMask.masked(about)
  }

  /// What is odd; the raw value is a stable word for grouping.
  public enum Kind: String, Sendable, CaseIterable {
    /// An event id on too many lines to be an id; `about` is empty, `count` its lines.
    case repeatedID = "repeated-id"
    /// Lines of orders given as orders; `about` is the id with the most of them.
    case linesAsOrders = "lines-as-orders"
    /// Rows with the id of an earlier one, of which the newest alone counts; `about` is the id
    /// column.
    case repeatedKeys = "repeated-keys"
    /// A column with the same value in every record; `about` is the column.
    case oneValue = "one-value"
    /// Orders that cost nothing.
    case zeroTotals = "zero-totals"
    /// A day with a hundred times the usual number of records; `about` is the day.
    case busyDay = "busy-day"
    /// Nothing new in a new file; `about` is the month of its name, where its rows are older.
    case allDuplicate = "all-duplicate"
    /// An order above a fifth of its week's sum; `about` is its number.
    case largeOrder = "large-order"
    /// Money between the shop's own accounts, filtered; `about` is its sum.
    case ownTransfers = "own-transfers"
    /// Records that `leave_out_when` or the format leaves out, filtered; `about` is their sum, where
    /// they have one, and the ids of three.
    case leftOut = "left-out"
    /// An order that is not built, as a line of it cannot be read or its time or total is unknown;
    /// `about` is its id.
    case brokenOrder = "broken-order"
    /// An order that is not built, as its lines state several currencies; `about` is its id.
    case severalCurrencies = "several-currencies"
    /// An order that is not built, as its lines state several totals; `about` is its id.
    case otherTotals = "other-totals"
    /// A key that `columns` names and no record has; `about` is its path.
    case absentKey = "absent-key"
    /// The file says that it has more or fewer records; `count` is what it says, `about` what it has.
    case otherCount = "other-count"
    /// Records that say something else than a file as old; `about` is its path.
    case equalVersions = "equal-versions"
    /// Rows of the file's older version that stay, as it is another report under one name.
    case otherReport = "other-report"
    /// Rows of the file's older version that it says no longer; `about` is their sum.
    case takenBack = "taken-back"
    /// Lines of an order that stands in several files of which none is newer; `about` is its number.
    case severalFiles = "several-files"
    /// Numbers of orders, invoices or payments that another source gives more than a day apart or with
    /// another buyer, each one record for all that; `about` is the first of them.
    case sharedNumber = "shared-number"
    /// Numbers of orders, invoices or payments that began anew, each of several; `about` is the first
    /// of them.
    case begunAnew = "begun-anew"
    /// Orders, invoices or payments that another record with the same sum and buyer dates over 180 days
    /// away: one each, corrected; `about` is the number of the first.
    case movedPlacing = "moved-placing"
    /// Records whose number another one had, over 30 days away and of another person: of each number
    /// only the newest counts; `about` is the first of them.
    case reusedNumber = "reused-number"
    /// Records of a file that is gone, kept as the source's former keys read them.
    case keptAsRead = "kept-as-read"
    /// Payments of invoices that were taken back; `about` is the first invoice.
    case paymentsOfVoid = "payments-of-void"
    /// Invoices whose status says that they are paid, of which no file tells when; `about` is the first.
    case paidWithoutDay = "paid-without-day"
    /// Records of a file of spend that is gone: what it said stays.
    case spendOfGoneFile = "spend-of-gone-file"
    /// Days and campaigns without numbers for which a newer file gives quite other costs, as another
    /// account's would be; `about` is that file and the sum that does not count.
    case otherAccount = "other-account"
    /// More than half of a log's page views are robots'; `count` is theirs.
    case mostlyRobots = "mostly-robots"
    /// A compressed file with bytes behind its end, which its program leaves out.
    case ignoredRest = "ignored-rest"
    /// Page views of people in a server's log that name no address.
    case noAddress = "no-address"
    /// Nine of ten page views of people in a server's log, or more, come from one address.
    case oneAddress = "one-address"
    /// Page views of people in a JSON log, none of which names a browser.
    case noAgent = "no-agent"
    /// Lines of a log that were read out of what shippers wrote around them; `about` is the last.
    case wrappedLines = "wrapped-lines"
    /// Records of a log, none of which is a request.
    case noRequests = "no-requests"
    /// Orders whose time is up to ten minutes before the visit that made them.
    case clockBehind = "clock-behind"
    /// The last line of a log, which has no end and is not read.
    case unfinishedLine = "unfinished-line"
  }

  /// The same notes, each once with its counts added up, in the order of kinds, then of `about`.
  public static func addedUp(_ notes: [FileNote]) -> [FileNote] {
    var counts: [FileNote: Int] = [:]
    for note in notes {
      counts[FileNote(note.kind, count: 0, about: note.about), default: 0] += note.count
    }
    return counts.map { FileNote($0.key.kind, count: $0.value, about: $0.key.about) }.sorted()
  }
}

extension FileNote: Comparable {
  /// By kind, then by what it is about.
  public static func < (left: FileNote, right: FileNote) -> Bool {
    (left.kind.rawValue, left.about, left.count) < (right.kind.rawValue, right.about, right.count)
  }
}

/// A note with the file that it is about.
public struct SourceNote: Hashable, Sendable {
  public let source: SourceKind
  public let path: String
  public let note: FileNote

  package init(source: SourceKind, path: String, note: FileNote) {
    self.source = source
    self.path = path
    self.note = note
  }
}
