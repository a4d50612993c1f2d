import TributaryModel

@testable import TributaryIngest

/// A file of calls and what was read of it.
struct CallFile {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  func read(
    _ format: String, _ text: String, _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> ReadTable {
    var options = Given.tableOptions()
    change(&options)
    let named = try FormatRegistry.format(named: format)
    return try ReadTable(bench.write("calls.csv", text), .calls, named.applied(to: options))
  }

  /// Lines of FreePBX under a header, from the cells that differ.
  static func freePBX(_ legs: [Leg]) -> String {
    "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,duration,billsec,disposition,"
      + "uniqueid,did,cnum,outbound_cnum,linkedid,sequence\n" + legs.map(\.line).joined()
  }

  /// A record of FreePBX; seconds count from 10:00:00 of 2 March 2026.
  struct Leg {
    var at = 0
    var source = "79161234567"
    var destination = "600"
    var context = "ext-queues"
    var channel = "PJSIP/trunk-0000001a"
    var joined = ""
    var application = "Queue"
    var duration = 0
    var talk = 0
    var disposition = "NO ANSWER"
    var leg = "1772445600.10"
    var did = ""
    var outbound = ""
    var call = "1772445600.10"
    var sequence = 1

    var line: String {
      let minute = (at / 60 < 10 ? "0" : "") + String(at / 60)
      let second = (at % 60 < 10 ? "0" : "") + String(at % 60)
      return [
        "2026-03-02 10:\(minute):\(second)", "\"\"\"Ivan 007\"\" <\(source)>\"", source,
        destination, context, channel, joined, application, String(duration), String(talk),
        disposition, leg, did, source, outbound, call, String(sequence),
      ].joined(separator: ",") + "\n"
    }
  }
}
