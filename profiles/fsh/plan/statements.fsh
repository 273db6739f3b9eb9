// What is said of the person beside a plan: needs, strengths, outcomes.

Profile: HomeFirstNeed
Parent: Condition
Id: HomeFirstNeed
Title: "Home First need or concern"
Description: "A need, concern or problem that a plan answers (PRSB, Personalised Care and Support Plan v2.0, Needs, concerns or problems). What the ward describes for those who decide is a HomeFirstDescribedNeed; this is what the person and their team plan for. Tightened beyond R4: said to be a need, so that it is not read as a diagnosis; what it is, in a code or in words; a status, unless it was entered in error (R4's con-3 and con-5)."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* identifier.system 1..1
* identifier.value 1..1
* clinicalStatus MS
* verificationStatus MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains need 1..1 MS
* category[need] ^patternCodeableConcept.coding[0] = http://terminology.hl7.org/CodeSystem/condition-category#problem-list-item
* category[need] ^patternCodeableConcept.coding[1] = HomeFirstPlanStatementCodes#need
* category[need] ^short = "HL7's problem-list-item, whose binding is extensible, and beside it that it is a need"
* severity MS
* code 1..1 MS
* code from HomeFirstNeedDomain (preferred)
* code.text MS
* code ^short = "The domain of life and any closer code; the person's own words in text"
* subject only Reference(HomeFirstPatient)
* subject MS
* encounter MS
* onset[x] MS
* abatement[x] MS
* recordedDate MS
* recorder MS
* asserter MS
* asserter ^short = "Whose concern it is: the person's, a carer's, a professional's"
* note MS

RuleSet: PlanStatement
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* identifier.system 1..1
* identifier.value 1..1
* status MS
* code 1..1 MS
* subject 1..1 MS
* subject only Reference(HomeFirstPatient)
* effective[x] MS
* issued MS
* performer MS
* value[x] 1..1 MS
* value[x] only CodeableConcept or string
* note MS

Profile: HomeFirstStrength
Parent: Observation
Id: HomeFirstStrength
Title: "Home First strength"
Description: "Something the person can do, has or knows that helps towards their goals (PRSB, Personalised Care and Support Plan v2.0, Strengths). A plan refers to it as supportingInfo. An Observation of our own code: 450739009, which a published questionnaire uses for it, is the Strengths and Difficulties Questionnaire, an instrument for children. Tightened beyond R4: the strength itself, coded or in words, and whose it is."
* insert PlanStatement
* code = HomeFirstPlanStatementCodes#strength

Profile: HomeFirstOutcome
Parent: Observation
Id: HomeFirstOutcome
Title: "Home First outcome"
Description: "What came of a goal or of an action towards it (PRSB, Personalised Care and Support Plan v2.0, Outcomes). Goal.outcomeReference and activity.outcomeReference point to it, and it points back to the goal. Tightened beyond R4: what came of it, for which goal, and when that was found, because an outcome without a date cannot be set beside another."
* insert PlanStatement
* code = HomeFirstPlanStatementCodes#outcome
* basedOn MS
* basedOn only Reference(HomeFirstCarePlan or CarePlan)
* focus 1..* MS
* focus only Reference(HomeFirstGoal)
* effective[x] 1..1
