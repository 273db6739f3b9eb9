// What an Observation about readiness for discharge says.

CodeSystem: HomeFirstObservationCodes
Id: observation
Title: "Readiness for discharge"
Description: "The statements about readiness for discharge that are kept as Observations with their history. Codes: ours; meaning: HL7 UK ITK ZU1-22 and ZU1-24 (medically fit), NHS Data Dictionary CRITERIA TO RESIDE CODE and DISCHARGE READY DATE (HOSPITAL PROVIDER SPELL). Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/observation"
* #medically-fit "Medically fit for discharge" "valueBoolean; effective when it became so"
* #criteria-to-reside "Criteria to reside" "valueCodeableConcept: a criterion, or whether the criteria are met; effective when it was reviewed"
* #criterion "Criterion to reside" "A component's code: the criterion that is met. A component may not have the code of its Observation (R4, obs-7)"
* #discharge-ready-date "Discharge ready date" "valueDateTime: the day on which the person no longer met the criteria to reside"

ValueSet: HomeFirstObservation
Id: observation
Title: "Readiness for discharge"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstObservationCodes
