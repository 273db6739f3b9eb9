// Ada's story: the spell, the referral, who was asked to do what, and what was told to whom.

Instance: ada-spell
InstanceOf: HomeFirstSpell
Usage: #example
Title: "Ada's spell"
Description: "Admitted after a fall, home on the sixth day."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:41:55.000Z"
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/visit"
* identifier.value = "V1000001"
* status = #finished
* class = $act-code#IMP "inpatient encounter"
* subject = Reference(ada)
* serviceProvider = Reference(trust1)
* period.start = "2026-11-17T19:05:55.000Z"
* period.end = "2026-11-22T18:35:55.000Z"
* location.location.display = "WARD7, BAY2, BED4"
* location.status = #completed
* hospitalization.extension[admissionMethod].valueCodeableConcept = $uk-admission-method#21
* hospitalization.admitSource = $uk-admission-source#19
* hospitalization.dischargeDisposition = $uk-discharge-destination#19
* extension[dischargeMethod].valueCodeableConcept = $uk-discharge-method#1 "Patient discharged on clinical advice or with clinical consent"
* extension[plannedEndDate].valueDateTime = "2026-11-22"

Instance: ada-referral
InstanceOf: HomeFirstReferral
Usage: #example
Title: "Ada's referral"
Description: "The ward asks the hub to plan her discharge; it describes and decides nothing."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T17:25:55.000Z"
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/form"
* identifier.value = "FORM-V1000001"
* status = #active
* intent = #order
* category.coding[0] = $bars-category#referral "Transfer of Care"
* category.coding[1] = HomeFirstUseCaseCodes#acute-to-hub "Acute hospital to transfer of care hub"
* code = $sct#718524000 "Referral to discharge planning team"
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* authoredOn = "2026-11-22T17:25:55+00:00"
* requester = Reference(trust1)
* performer = Reference(hub1)
* reasonCode.text = "Needs help with washing and dressing after a fall"
* supportingInfo = Reference(ada-need)
* note.text = "How is the home entered?: Key safe, ring first"
* extension[workType].valueCodeableConcept = HomeFirstWorkTypeCodes#reablement "Reablement"

Instance: ada-journey
InstanceOf: HomeFirstJourney
Usage: #example
Title: "Ada's journey"
Description: "What access is given by."
* identifier.system = "https://home-first.example/fhir/Id/journey"
* identifier.value = "ada-journey"
* status = #active
* patient = Reference(ada)
* managingOrganization = Reference(hub1)
* referralRequest = Reference(ada-referral)
* period.start = "2026-11-22T17:25:55+00:00"

Instance: ada-triage-task
InstanceOf: HomeFirstTask
Usage: #example
Title: "The hub triages"
Description: "The trust's task for the hub, with what the ward reads on its screen."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:05:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/hub1/task"
* identifier.value = "TRIAGE-1"
* basedOn = Reference(ada-referral)
* status = #completed
* businessStatus = HomeFirstReferralStateCodes#completed "Completed"
* intent = #order
* code = HomeFirstTaskCodeCodes#home-first-referral "Triage a Home First referral"
* focus = Reference(ada-referral)
* for = Reference(ada)
* encounter = Reference(ada-spell)
* authoredOn = "2026-11-22T17:25:55Z"
* lastModified = "2026-11-22T18:05:00Z"
* requester = Reference(trust1)
* owner = Reference(hub1)
* output[pathway].valueCodeableConcept = HomeFirstPathwayCodes#1 "Pathway 1"
* output[pathwayReason].valueString = "Needs help twice a day at first; lives alone, key safe."
* output[plannedStart].valueDateTime = "2026-11-23"
* output[carePlan].valueReference = Reference(ada-plan)
* output[outcome].valueString = "Home on pathway 1"
* output[plannedDischarge].valueDateTime = "2026-11-22"
* output[destination].valueCodeableConcept = HomeFirstDischargeDestinationCodes#1-home-reablement
* output[delayReason].valueCodeableConcept = HomeFirstDelayReasonCodes#awaiting-medicines-to-take-home-discharge-letter-or-other-di
* output[responsiblePerson].valueReference = Reference(hub-nurse)
* output[contact].valueContactPoint.system = #phone
* output[contact].valueContactPoint.value = "01632 960012"

Instance: ada-assess-task
InstanceOf: HomeFirstTask
Usage: #example
Title: "Community health assesses and plans"
Description: "The hub's task for community health: received by its system, then taken on by a person."
* status = #in-progress
* businessStatus = HomeFirstReferralStateCodes#accepted "Accepted"
* intent = #order
* code = HomeFirstTaskCodeCodes#assess-and-plan "Assess and plan care"
* focus = Reference(ada-referral)
* for = Reference(ada)
* partOf = Reference(ada-triage-task)
* authoredOn = "2026-11-22T17:40:00Z"
* lastModified = "2026-11-22T17:55:00Z"
* requester = Reference(hub1)
* owner = Reference(community1)
* extension[onBehalfOf].valueReference = Reference(hub1)
* extension[workType].valueCodeableConcept = HomeFirstWorkTypeCodes#reablement "Reablement"

Instance: ada-identify-task
InstanceOf: HomeFirstTask
Usage: #example
Title: "Whose form is this?"
Description: "A form came before the admission that it belongs to, so nobody could tell whose it was: it waited, its sender was asked, and a person answered."
* status = #completed
* intent = #order
* code = HomeFirstTaskCodeCodes#identify "Identify the person of a quarantined message"
* focus.identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/message"
* focus.identifier.value = "MSG-0002"
* authoredOn = "2026-11-17T19:02:00Z"
* lastModified = "2026-11-17T19:20:00Z"
* owner = Reference(trust1)
* output[identity].valueReference = Reference(ada)

Instance: ada-contact
InstanceOf: HomeFirstContact
Usage: #example
Title: "The first visit at home"
Description: "The assessment that Home First puts off until she is home."
* meta.extension[sourceRecorded].valueInstant = "2026-11-23T12:30:00Z"
* status = #finished
* class = $act-code#HH "home health"
* subject = Reference(ada)
* basedOn = Reference(ada-referral)
* episodeOfCare = Reference(ada-journey)
* period.start = "2026-11-23T09:00:00Z"
* period.end = "2026-11-23T10:10:00Z"
* serviceProvider = Reference(community1)

Instance: ada-notice
InstanceOf: HomeFirstNotice
Usage: #example
Title: "The hub is told of the discharge"
Description: "It names the kind of thing that happened and nobody."
* status = #completed
* category = HomeFirstNoticeCodes#discharged "Discharged from hospital"
* subject = Reference(ada)
* about[0] = Reference(ada-spell)
* about[1] = Reference(ada-journey)
* sent = "2026-11-22T18:42:00Z"
* recipient = Reference(hub1)
* sender = Reference(trust1)
* payload.contentString = "The hospital recorded the discharge."
