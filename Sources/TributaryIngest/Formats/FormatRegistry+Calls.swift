import TributaryModel

extension FormatRegistry {
  /// What telephone exchanges and call trackers write.
  static let calls = exchanges + trackers

  private static let exchanges = [asteriskCDR, asteriskCustomCDR, freePBX, mangoOffice]

  private static let asteriskAliases = [
    "call_id": ["linkedid"], "leg_id": ["uniqueid"], "started_at": ["start"],
    "answered_at": ["answer"], "ended_at": ["end"], "talk_seconds": ["billsec"],
    "duration_seconds": ["duration"], "answered": ["disposition"], "source_number": ["src"],
    "caller_text": ["clid"], "destination": ["dst"], "context": ["dcontext"],
    "channel_name": ["channel"], "other_channel": ["dstchannel"], "application": ["lastapp"],
  ]

  private static let dispositions = ["answered": ["CONGESTION": "0"]]

  /// Source: Asterisk, `cdr.conf.sample` and cdr_csv: `loguniqueid`, `loguserfield` and
  /// `newcdrcolumns` add cells at the end.
  private static let asteriskCDR = NamedFormat(
    "asterisk-cdr", [.calls], "Master.csv of Asterisk's cdr_csv: no header, 16 to 18 cells, or 21.",
    aliases: asteriskAliases, values: dispositions,
    layout: .headless(
      [[], ["uniqueid"], ["uniqueid", "userfield"], ["uniqueid", "userfield"] + newColumns].map {
        masterColumns + $0
      }),
    builder: CallBuilder.self, delimiter: UInt8(ascii: ","),
    example: #""","79161234567","74951112233","from-trunk","""Ivan"" <79161234567>","#
      + #""PJSIP/trunk-0000001a","PJSIP/101-0000001b","Dial","PJSIP/101,30","#
      + #""2026-03-02 10:00:00","2026-03-02 10:00:12","2026-03-02 10:01:12",72,60,"ANSWERED","#
      + #""DOCUMENTATION","1772434800.26","""#)

  private static let masterColumns = [
    "accountcode", "src", "dst", "dcontext", "clid", "channel", "dstchannel", "lastapp", "lastdata",
    "start", "answer", "end", "duration", "billsec", "disposition", "amaflags",
  ]
  private static let newColumns = ["peeraccount", "linkedid", "sequence"]

  /// Source: Asterisk, `cdr_custom.conf.sample`; newer ones end with the sequence.
  private static let asteriskCustomCDR = NamedFormat(
    "asterisk-cdr-custom", [.calls],
    "Master.csv of Asterisk's cdr_custom as its sample has it: no header, 18 or 19 cells.",
    aliases: asteriskAliases, values: dispositions,
    layout: .headless([customColumns, customColumns + ["sequence"]]),
    builder: CallBuilder.self, delimiter: UInt8(ascii: ","),
    example: #""""Ivan"" <79161234567>","79161234567","74951112233","from-trunk","#
      + #""PJSIP/trunk-0000001a","PJSIP/101-0000001b","Dial","PJSIP/101,30","#
      + #""2026-03-02 10:00:00","2026-03-02 10:00:12","2026-03-02 10:01:12","72","60","#
      + #""ANSWERED","DOCUMENTATION","","1772434800.26","""#)

  private static let customColumns = [
    "clid", "src", "dst", "dcontext", "channel", "dstchannel", "lastapp", "lastdata", "start",
    "answer", "end", "duration", "billsec", "disposition", "amaflags", "accountcode", "uniqueid",
    "userfield",
  ]

  /// Source: FreePBX, table `cdr` of `asteriskcdrdb`.
  private static let freePBX = NamedFormat(
    "freepbx-cdr", [.calls], "The call records of FreePBX as CSV, headed by the names of columns.",
    aliases: asteriskAliases.merging(
      [
        "started_at": ["calldate"], "dialled_number": ["did"], "inbound_number": ["did"],
        "caller_number": ["cnum"], "outbound_caller": ["outbound_cnum"], "sequence": ["sequence"],
      ], uniquingKeysWith: { $1 }),
    values: dispositions, builder: CallBuilder.self,
    example: "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,"
      + "disposition,amaflags,accountcode,uniqueid,userfield,did,recordingfile,cnum,cnam,"
      + "outbound_cnum,outbound_cnam,dst_cnam,linkedid,peeraccount,sequence\n"
      + "2026-03-02 10:00:00,\"\"\"Ivan\"\" <79161234567>\",79161234567,101,from-did-direct,"
      + "PJSIP/trunk-0000001a,PJSIP/101-0000001b,Dial,\"PJSIP/101,30\",72,60,ANSWERED,3,,"
      + "1772434800.26,,74951112233,,79161234567,Ivan,,,,1772434800.26,,40")

  /// Source: Mango Office, VPBX API, "stats/request" with its default fields, or with `create`.
  private static let mangoOffice = NamedFormat(
    "mango-office", [.calls],
    "Statistics of Mango Office (stats/result): no header, semicolons, the default fields.",
    aliases: [
      "call_id": ["entry_id"], "started_at": ["start"], "answered_at": ["answer"],
      "ended_at": ["finish"], "outbound_caller": ["from_extension"],
      "source_number": ["from_number"], "dialled_number": ["line_number"],
    ],
    values: ["answered_at": ["0": ""]],
    layout: .headless([mangoColumns + ["entry_id"], mangoColumns + ["create", "entry_id"]]),
    builder: CallBuilder.self, delimiter: UInt8(ascii: ";"),
    example: "[MToxMDA1NzU5Mzo];1772434800;1772434872;1772434812;;79161234567;101;74951112233;1110;"
      + "74951112233;abonent;MTIzNDU2Nzg5")

  private static let mangoColumns = [
    "records", "start", "finish", "answer", "from_extension", "from_number", "to_extension",
    "to_number", "disconnect_reason", "line_number", "location",
  ]
}
