import TributaryModel

extension FormatRegistry {
  /// Services that tell which advertising a call came from.
  static let trackers = [callRail, callRailJSON, uisComagic, calltouch]

  /// Source: CallRail API v3, "Calls", whose fields head the columns; headers of the cabinet's
  /// export as well, which numbers no calls.
  private static let callRail = NamedFormat(
    "callrail", [.calls], "Calls of CallRail as CSV, headed by the fields of its API.",
    aliases: [
      "call_id": ["id"], "started_at": ["start_time", "Start Time"],
      "dialled_number": ["tracking_phone_number", "Tracking Number"],
      "caller": ["customer_phone_number", "caller_number", "Phone Number"],
      "answered": ["answered", "Call Status"], "direction": ["direction", "Direction"],
      "talk_seconds": ["duration", "Duration (seconds)"],
      "source": ["utm_source", "source"], "medium": ["utm_medium", "medium"],
      "campaign": ["utm_campaign", "campaign"],
    ],
    values: ["answered": ["Answered Call": "1", "Missed Call": "0"]],
    builder: WholeCallBuilder.self,
    example: "id,start_time,direction,answered,duration,customer_phone_number,"
      + "tracking_phone_number,source,medium,campaign\n"
      + "CAL8154748ae6bd4e278a7cddd38a662f4f,2026-03-02T10:00:00.000-05:00,inbound,true,60,"
      + "+14045551234,+14045556789,google,ppc,Spring")

  /// Source: CallRail API v3, "Listing All Calls".
  private static let callRailJSON = NamedFormat(
    "callrail-json", [.calls], "Calls of CallRail as its API answers: {\"calls\": [...]}.",
    aliases: [
      "call_id": ["id"], "started_at": ["start_time"],
      "dialled_number": ["tracking_phone_number"], "caller": ["customer_phone_number"],
      "answered": ["answered"], "direction": ["direction"], "talk_seconds": ["duration"],
      "source": ["utm_source", "source"], "medium": ["utm_medium", "medium"],
      "campaign": ["utm_campaign", "campaign"],
    ],
    layout: .json(envelopes: ["calls"]), builder: WholeCallBuilder.self,
    example: #"{"page":1,"total_records":1,"calls":[{"answered":true,"#
      + #""customer_phone_number":"+14045551234","direction":"inbound","duration":60,"#
      + #""id":"CAL8154748ae6bd4e278a7cddd38a662f4f","#
      + #""start_time":"2026-03-02T10:00:00.000-05:00","tracking_phone_number":"+14045556789"}]}"#)

  /// Source: UIS Data API, `get.calls_report`; the same for CoMagic, Novofon and CallGear.
  /// `clean_talk_duration` is talk alone, `talk_duration` with holding and passing on.
  private static let uisComagic = NamedFormat(
    "uis-comagic", [.calls],
    "The calls report of UIS, CoMagic, Novofon and CallGear (get.calls_report) as JSON.",
    aliases: [
      "call_id": ["id"], "started_at": ["start_time"], "ended_at": ["finish_time"],
      "dialled_number": ["virtual_phone_number"], "caller": ["contact_phone_number"],
      "talk_seconds": ["clean_talk_duration", "talk_duration"],
      "wait_seconds": ["wait_duration"], "answered": ["is_lost"], "direction": ["direction"],
      "source": ["utm_source"], "medium": ["utm_medium"],
      "campaign": ["utm_campaign", "campaign_name"],
    ],
    values: ["answered": ["true": "0", "false": "1"]],
    layout: .json(envelopes: ["result.data"]), builder: WholeCallBuilder.self,
    example: #"{"jsonrpc":"2.0","id":1,"result":{"data":[{"id":5312,"#
      + #""start_time":"2026-03-02 10:00:00","finish_time":"2026-03-02 10:01:12","#
      + #""direction":"in","is_lost":false,"virtual_phone_number":"74951112233","#
      + #""contact_phone_number":"79161234567","wait_duration":12,"talk_duration":60,"#
      + #""clean_talk_duration":55,"utm_source":"yandex","utm_medium":"cpc","#
      + #""utm_campaign":"spring"}]}}"#)

  /// Source: Calltouch help, "API-метод выгрузки журнала звонков"; days stand before months.
  private static let calltouch = NamedFormat(
    "calltouch", [.calls], "The calls diary of Calltouch as JSON, an array or pages of records.",
    aliases: [
      "call_id": ["callId"], "started_at": ["date"], "dialled_number": ["phoneNumber"],
      "caller": ["callerNumber"], "talk_seconds": ["duration"],
      "wait_seconds": ["waitingConnect"], "answered": ["successful"],
      "source": ["source", "utmSource"], "medium": ["medium", "utmMedium"],
      "campaign": ["utmCampaign"],
    ],
    values: ["source": unfilled, "medium": unfilled, "campaign": unfilled],
    layout: .json(envelopes: ["records"]), builder: WholeCallBuilder.self,
    dateOrder: .dayMonthYear,
    example: #"[{"callId":70012,"date":"02/03/2026 10:00:00","callerNumber":"79161234567","#
      + #""phoneNumber":"74951112233","duration":60,"waitingConnect":12,"successful":true,"#
      + #""source":"yandex","medium":"cpc","utmCampaign":"spring","utmSource":"yandex"}]"#)

  /// Calltouch's words for nothing.
  private static let unfilled = ["<не заполнено>": "", "<не указано>": ""]
}
