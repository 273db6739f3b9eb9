// Which kind of plan a CarePlan is, and what a statement beside a plan says.

CodeSystem: HomeFirstPlanKindCodes
Id: plan-kind
Title: "Kind of plan"
Description: "Which plan a CarePlan is. Codes and wording: ours, because the record headings of UK Core have none for them (reference/uk-fhir-standards.md §3.3); the split into a plan, contingency plans and additional support plans is that of PRSB's Personalised Care and Support Plan v2.0 (December 2021). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/plan-kind"
* #home-first "Home First plan" "What is arranged around one discharge, most often a few weeks of reablement"
* #personalised-care-and-support "Personalised care and support plan" "What the person and those who support them agreed for the longer run"
* #contingency "Contingency or safety plan" "What is done when something that was foreseen happens"
* #additional-support "Additional support plan" "A plan for one thing, such as eating and drinking or moving"

ValueSet: HomeFirstPlanKind
Id: plan-kind
Title: "Kind of plan"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstPlanKindCodes

CodeSystem: HomeFirstPlanStatementCodes
Id: plan-statement
Title: "Statement of a plan"
Description: "What a statement beside a plan says. Codes and wording: ours; the meaning is that of PRSB's Personalised Care and Support Plan v2.0, section Care and support plan (December 2021). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/plan-statement"
* #need "Need or concern" "What the person needs help with, or worries about"
* #strength "Strength" "What the person can do, has or knows that helps them"
* #outcome "Outcome" "What came of working towards a goal"

ValueSet: HomeFirstPlanStatement
Id: plan-statement
Title: "Statement of a plan"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstPlanStatementCodes
