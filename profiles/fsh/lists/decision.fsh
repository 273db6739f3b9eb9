// What a decision in a journey is about, and whose it is.

CodeSystem: HomeFirstDecisionCodes
Id: decision
Title: "Kind of decision"
Description: "What a decision in a journey is about, or a part of one. They are separate facts with separate owners, which one “pathway” field would squeeze together. Codes and wording: ours. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/decision"
* #readiness "Readiness for discharge" "Owner: the acute ward; stated as medically-fit or criteria-to-reside"
* #need "Described need" "Owner: the acute ward and its therapists; described, not prescribed"
* #pathway "Pathway" "Owner: the transfer of care hub"
* #destination "Discharge destination" "Owner: the transfer of care hub, with the person; stated with the pathway"
* #eligibility "Care Act eligibility" "Owner: the council"
* #funding "Funding" "Owner: the council; the integrated care board for what the NHS pays; the hub for what the person says of paying for themselves"
* #continuing-healthcare "NHS continuing healthcare or fast track" "Owner: the integrated care board"
* #provider-acceptance "Acceptance by a provider" "Owner: the provider"
* #responsible-council "Responsible council" "Owner: the council; between councils, whoever decides the dispute"
* #capacity "Mental capacity for a decision" "Owner: whoever needs the decision from the person; for this decision, at this time"
* #best-interests "Best interests" "Owner: whoever would act on the decision; only for somebody who lacks capacity for it"
* #safeguarding "Safeguarding" "Owner: the council; stated as a Flag, so that it can be withheld"
* #involvement "Involvement" "Owner: whoever decides; who took part, and who objects"
* #delay "Delay" "Owner: whoever waits or resolves it: hospital, hub, community health, council; no decision, and kept beside them with its start and end"
* #delay-responsibility "Responsibility for a delay" "Part of a delay"
* #responsible-council-basis "Basis of the responsible council" "Part of the decision which council is responsible"
* #hours-per-week "Hours a week" "Part of an acceptance by a provider"

ValueSet: HomeFirstDecisionCode
Id: decision
Title: "Kind of decision"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDecisionCodes
