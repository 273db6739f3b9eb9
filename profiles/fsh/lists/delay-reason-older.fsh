// The delay reasons that acute trusts used before May 2024, and those of the community return: both are still in feeds.

CodeSystem: HomeFirstDelayReasonAcute2022Codes
Id: delay-reason-acute-2022
Title: "Delay reason before May 2024"
Description: "Why a person was still in an acute hospital bed, as acute trusts recorded it before the list of 2024; still in feeds. Codes: the roman numbers i to xviii of that list, by its order as it stands in our source; wording: the NHS England list as collected in local systems. Date: before 27 May 2024. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/delay-reason-acute-2022"
* #i "Declared as not meeting criteria to reside at AM ward round then later in day meets criteria to reside so discharge stopped"
* #ii "Awaiting a medical decision/intervention including writing the discharge summary"
* #iii "Awaiting therapy decision - no acute medical/nursing intervention required; requires further rehab in acute hospital"
* #iv "Awaiting referral to community single point of access"
* #v "Awaiting medicines to take home"
* #vi "Awaiting transport"
* #vii "Awaiting confirmation from community hub/Single Point of Access referral received/actioned - SPA to decide pathway"
* #viii "Pathway 1: awaiting availability of resource for assessment and start of care at home (Home / Hotel / Other place)"
* #ix "Pathway 2: awaiting availability of rehabilitation bed in community hospital or other bedded setting (Community Rehab / Care Home / Hospice)"
* #x "Pathway 3: awaiting bed in residential or nursing home that is likely to be a permanent placement (New admission / Return to care home)"
* #xi "Awaiting community equipment and adaptations to housing"
* #xii "Individual/family not in agreement with discharge plans"
* #xiii "Homeless/no right of recourse to public funds/no place to discharge to"
* #xiv "Safeguarding concern preventing discharge or Court of Protection"
* #xv "Repatriation/transfer to another acute trust for specialist treatment or ongoing treatment"
* #xvi "No plan (16/bxvi) / Awaiting diagnostic test"
* #xvii "Remains in hospital to avoid spread of infectious disease - no other suitable location to discharge to"
* #xviii "Awaiting discharge to a care home but have not had a COVID 19 test (in 48 hrs preceding discharge)"

ValueSet: HomeFirstDelayReasonAcute2022
Id: delay-reason-acute-2022
Title: "Delay reason before May 2024"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDelayReasonAcute2022Codes

CodeSystem: HomeFirstDelayReasonCommunityCodes
Id: delay-reason-community
Title: "Delay reason in community beds"
Description: "Why a person is still in a community bed. Codes: ours; wording: NHS England, Community Discharge SitRep (DAPB3136), Table 5, shortened in our source, the full wording not seen. Date: June 2023. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/delay-reason-community"
* #medical-decision "medical decision"
* #therapy-decision "therapy decision"
* #equipment-adaptations "equipment/adaptations"
* #transfer-of-care-hub-confirmation "transfer of care hub confirmation"
* #diagnostic-test "diagnostic test"
* #medicines "medicines"
* #chc-funding "CHC funding"
* #transfer-of-care-hub-referral "transfer of care hub referral"
* #transfer-back-to-acute "transfer back to acute"
* #transport "transport"
* #homeless-no-recourse-to-public-funds "homeless / no recourse to public funds"
* #disagreement-with-plan "disagreement with plan"
* #no-plan "no plan"
* #pathway-1-capacity "Pathway 1 capacity"
* #pathway-2-capacity "Pathway 2 capacity"
* #pathway-3-capacity "Pathway 3 capacity"
* #infection "infection"
* #safeguarding-court-of-protection "safeguarding / Court of Protection"

ValueSet: HomeFirstDelayReasonCommunity
Id: delay-reason-community
Title: "Delay reason in community beds"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDelayReasonCommunityCodes
