// Between the 22 SNOMED CT section codes of the ITK3 eDischarge summary and the headings of UK Core.

Instance: section-snomed-to-heading
InstanceOf: ConceptMap
Usage: #definition
Title: "eDischarge section to UK Core heading"
Description: "ITK3 eDischarge v2.9 sections and UKCore-RecordStandardHeadings 2.2.0, one to one. Source: the two lists; that they match was checked by us. Licence: Apache-2.0; SNOMED CT © SNOMED International. The older code of individual requirements is among them."
* insert Map(section-snomed-to-heading)
* name = "HomeFirstSectionSnomedToHeading"
* title = "eDischarge section to UK Core heading"
* description = "ITK3 eDischarge v2.9 sections and UKCore-RecordStandardHeadings 2.2.0, one to one. Source: the two lists; that they match was checked by us. Licence: Apache-2.0; SNOMED CT © SNOMED International. The older code of individual requirements is among them."
* insert Between(http://snomed.info/sct, https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings)
* insert Same(886781000000108, admission-details)
* insert Same(886921000000105, allergies-and-adverse-reaction)
* insert Same(887141000000103, assessment-scales)
* insert Same(887181000000106, clinical-summary)
* insert Same(887161000000102, diagnoses)
* insert Same(886811000000106, discharge-details)
* insert Same(887261000000109, distribution-list)
* insert Same(886711000000101, gp-practice)
* insert Same(1078911000000106, individual-requirements)
* insert Same(1052951000000105, information-and-advice-given)
* insert Same(1082101000000102, investigation-results)
* insert Same(886961000000102, legal-information)
* insert Same(933361000000108, medications-and-medical-devices)
* insert Same(886751000000102, participation-in-research)
* insert Same(886731000000109, patient-demographics)
* insert Same(1052941000000107, patient-and-carer-concerns-expectations-and-wishes)
* insert Same(887231000000104, person-completing-record)
* insert Same(887201000000105, plan-and-requested-actions)
* insert Same(887171000000109, procedures)
* insert Same(1052891000000108, referrer-details)
* insert Same(886931000000107, safety-alerts)
* insert Same(887051000000101, social-context)
* insert Row(1052901000000109, equivalent, individual-requirements, Used by older examples)

Instance: section-heading-to-snomed
InstanceOf: ConceptMap
Usage: #definition
Title: "UK Core heading to eDischarge section"
Description: "ITK3 eDischarge v2.9 sections and UKCore-RecordStandardHeadings 2.2.0, one to one. Source: the two lists; that they match was checked by us. Licence: Apache-2.0; SNOMED CT © SNOMED International."
* insert Map(section-heading-to-snomed)
* name = "HomeFirstSectionHeadingToSnomed"
* title = "UK Core heading to eDischarge section"
* description = "ITK3 eDischarge v2.9 sections and UKCore-RecordStandardHeadings 2.2.0, one to one. Source: the two lists; that they match was checked by us. Licence: Apache-2.0; SNOMED CT © SNOMED International."
* insert Between(https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings, http://snomed.info/sct)
* insert Same(admission-details, 886781000000108)
* insert Same(allergies-and-adverse-reaction, 886921000000105)
* insert Same(assessment-scales, 887141000000103)
* insert Same(clinical-summary, 887181000000106)
* insert Same(diagnoses, 887161000000102)
* insert Same(discharge-details, 886811000000106)
* insert Same(distribution-list, 887261000000109)
* insert Same(gp-practice, 886711000000101)
* insert Same(individual-requirements, 1078911000000106)
* insert Same(information-and-advice-given, 1052951000000105)
* insert Same(investigation-results, 1082101000000102)
* insert Same(legal-information, 886961000000102)
* insert Same(medications-and-medical-devices, 933361000000108)
* insert Same(participation-in-research, 886751000000102)
* insert Same(patient-demographics, 886731000000109)
* insert Same(patient-and-carer-concerns-expectations-and-wishes, 1052941000000107)
* insert Same(person-completing-record, 887231000000104)
* insert Same(plan-and-requested-actions, 887201000000105)
* insert Same(procedures, 887171000000109)
* insert Same(referrer-details, 1052891000000108)
* insert Same(safety-alerts, 886931000000107)
* insert Same(social-context, 887051000000101)
