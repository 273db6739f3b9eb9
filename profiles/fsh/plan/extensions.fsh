// What PRSB's Personalised Care and Support Plan v2.0 says of plans, goals and actions, and R4 has no element for.

Extension: Agreement
Id: agreement
Title: "Agreed with the person"
Description: "Whether a plan or goal was talked over and agreed with the person or with who may speak for them, with whom, and when. A plan that was not agreed says so: silence is no agreement (Care Act 2014 s74 asks for involvement; reference/practice.md, naive 14)."
Context: CarePlan, Goal
* insert Ours
* extension contains agreed 1..1 and with 0..1 and name 0..1 and role 0..1 and date 0..1
* extension[agreed].value[x] only boolean
* extension[agreed].value[x] 1..1
* extension[with].value[x] only Reference(HomeFirstPatient or HomeFirstRelatedPerson)
* extension[with].value[x] 1..1
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[name] ^short = "Who agreed, where no record of them is known"
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] 1..1
* extension[role].valueCodeableConcept from HomeFirstPersonRole (extensible)
* extension[date].value[x] only dateTime
* extension[date].value[x] 1..1

Extension: PlanUpdated
Id: plan-updated
Title: "Last changed by its people"
Description: "The day on which those who keep a plan, or one action of it, last changed it. Neither when a system recorded it (source-recorded) nor when the gateway received it (meta.lastUpdated): a plan is often typed in days later (PRSB, Personalised Care and Support Plan v2.0, Care and support plan: last updated)."
Context: CarePlan, CarePlan.activity.detail
* insert Ours
* value[x] only dateTime
* value[x] 1..1

Extension: PlanReview
Id: plan-review
Title: "Planned review"
Description: "When a plan or an action is to be looked at again, as a date, an interval or words, and who sees to it (PRSB, Personalised Care and Support Plan v2.0, Care and support plan: review date and responsibility)."
Context: CarePlan, CarePlan.activity.detail
* insert Ours
* extension contains due 0..1 and responsible 0..1 and name 0..1 and role 0..1 and telecom 0..*
* extension[due].value[x] only dateTime or Duration or string
* extension[due].value[x] 1..1
* extension[responsible].value[x] only Reference(HomeFirstPractitionerRole or Practitioner or HomeFirstOrganization or HomeFirstRelatedPerson or HomeFirstPatient or CareTeam)
* extension[responsible].value[x] 1..1
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] 1..1
* extension[telecom].value[x] only ContactPoint
* extension[telecom].value[x] 1..1

Extension: FundingSource
Id: funding-source
Title: "Funding of the plan, as quoted"
Description: "Who pays, as the plan quotes it: the organisation, the decision, or words. The decision itself is its owner's (HomeFirstEligibilityAndFunding; reference/practice.md, naive 13)."
Context: CarePlan
* insert Ours
* value[x] only CodeableConcept or Reference(HomeFirstEligibilityAndFunding or HomeFirstOrganization)
* value[x] 1..1
* valueCodeableConcept from HomeFirstFunding (extensible)

Extension: GoalImportance
Id: goal-importance
Title: "Importance of a goal"
Description: "How much a goal matters to the person, 1 to 10, in their own view. R4's Goal.priority is a code of those who plan; PRSB's score is the person's."
Context: Goal
* insert Ours
* value[x] only decimal
* value[x] 1..1
* valueDecimal ^minValueDecimal = 1
* valueDecimal ^maxValueDecimal = 10

Extension: ActionConfidence
Id: action-confidence
Title: "Confidence in an action"
Description: "How sure the person feels that they can do their part of an action, 1 to 10 (PRSB, Personalised Care and Support Plan v2.0, Actions: confidence)."
Context: CarePlan.activity.detail
* insert Ours
* value[x] only decimal
* value[x] 1..1
* valueDecimal ^minValueDecimal = 1
* valueDecimal ^maxValueDecimal = 10

Extension: ActionStrategy
Id: action-strategy
Title: "Strategy for an action"
Description: "What to try when an action meets a difficulty (PRSB, Personalised Care and Support Plan v2.0, Actions: strategies)."
Context: CarePlan.activity.detail
* insert Ours
* value[x] only string
* value[x] 1..1

Extension: TriggerFactor
Id: trigger-factor
Title: "Trigger factor"
Description: "What sets a contingency plan going. Coded or in words: the words are often the person's (PRSB, Personalised Care and Support Plan v2.0, Contingency/safety plans: trigger factors, mandatory)."
Context: CarePlan
* insert Ours
* value[x] only CodeableConcept
* value[x] 1..1

Extension: EarlyWarningSign
Id: early-warning-sign
Title: "Early warning sign"
Description: "What can be seen before things get worse (PRSB, Personalised Care and Support Plan v2.0, Contingency/safety plans: early warning signs)."
Context: CarePlan
* insert Ours
* value[x] only CodeableConcept
* value[x] 1..1

Extension: CopingStrategy
Id: coping-strategy
Title: "Coping strategy"
Description: "What helps the person through, and since or until when (PRSB, Personalised Care and Support Plan v2.0, Contingency/safety plans: coping strategies)."
Context: CarePlan
* insert Ours
* extension contains strategy 1..1 and period 0..1
* extension[strategy].value[x] only string
* extension[strategy].value[x] 1..1
* extension[period].value[x] only Period
* extension[period].value[x] 1..1

Extension: WhoToContact
Id: who-to-contact
Title: "Who to contact"
Description: "Whom to ring when a contingency plan is needed: by record, or by name, role and number where there is no record (PRSB, Personalised Care and Support Plan v2.0, Contingency/safety plans: who)."
Context: CarePlan
* insert Ours
* obeys hf-who-1
* extension contains who 0..1 and name 0..1 and role 0..1 and telecom 0..*
* extension[who].value[x] only Reference(HomeFirstRelatedPerson or HomeFirstPractitionerRole or Practitioner or HomeFirstOrganization or CareTeam)
* extension[who].value[x] 1..1
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] 1..1
* extension[telecom].value[x] only ContactPoint
* extension[telecom].value[x] 1..1

Invariant: hf-who-1
Description: "Who is to be contacted can be found: a record, a name or a number"
Severity: #error
Expression: "extension.where(url = 'who' or url = 'name' or url = 'telecom').exists()"

Extension: AdvanceStatement
Id: advance-statement
Title: "Advance statement"
Description: "That the person wrote down, while able to, what they wish for later care; when, and where the paper is. It says that there is one and where, never what it is in law: an advance decision to refuse treatment is another thing and is to be read where it is kept (PRSB, Personalised Care and Support Plan v2.0, Contingency/safety plans: advance statement)."
Context: CarePlan
* insert Ours
* extension contains statement 1..1 and date 0..1 and document 0..1 and whereKept 0..1 and recordedBy 0..1
* extension[statement].value[x] only CodeableConcept
* extension[statement].value[x] 1..1
* extension[date].value[x] only dateTime
* extension[date].value[x] 1..1
* extension[document].value[x] only Reference(HomeFirstDocument)
* extension[document].value[x] 1..1
* extension[whereKept].value[x] only string or uri
* extension[whereKept].value[x] 1..1
* extension[recordedBy].value[x] only Reference(HomeFirstPractitionerRole or Practitioner or HomeFirstOrganization)
* extension[recordedBy].value[x] 1..1

Extension: AnticipatoryProvision
Id: anticipatory-provision
Title: "Anticipatory medicine or equipment"
Description: "What was put in the home beforehand for when it is needed: words, a code, or the request for it (PRSB, Personalised Care and Support Plan v2.0, Contingency/safety plans: anticipatory medicines)."
Context: CarePlan
* insert Ours
* value[x] only CodeableConcept or Reference(MedicationRequest or DeviceRequest)
* value[x] 1..1

Extension: RecordedAt
Id: recorded-at
Title: "Where it was recorded"
Description: "The place or organisation in which a plan or statement was made, which PRSB's entries have and R4's CarePlan, Goal and QuestionnaireResponse lack."
Context: CarePlan, Goal, QuestionnaireResponse
* insert Ours
* value[x] only Reference(Location or HomeFirstOrganization)
* value[x] 1..1
