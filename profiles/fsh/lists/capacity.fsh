// What was found about a person’s capacity for one decision, and who may decide or speak for them.

CodeSystem: HomeFirstCapacityFindingCodes
Id: capacity-finding
Title: "Finding on mental capacity"
Description: "What was found about the person’s capacity for this decision at this time; never about the person as such. Codes and wording: ours, after the Mental Capacity Act 2005. The sections of law are named from general knowledge and are not quoted in this project’s sources: check them before relying on one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/capacity-finding"
* #has-capacity "Has capacity for this decision" "It was assessed"
* #lacks-capacity "Lacks capacity for this decision" "It was assessed"
* #fluctuating "Capacity for this decision fluctuates" "To be asked at another time"
* #assumed "Assumed to have capacity" "Nobody doubted it, so it was not assessed"
* #not-assessed "Doubted and not yet assessed"
* #assessment-under-way "Assessment under way"

ValueSet: HomeFirstCapacityFinding
Id: capacity-finding
Title: "Finding on mental capacity"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCapacityFindingCodes

CodeSystem: HomeFirstAuthorityCodes
Id: authority
Title: "Authority to decide or speak"
Description: "By what authority somebody may decide, or speak, for the person. Being next of kin, family or carer is none. Codes and wording: ours, after the Mental Capacity Act 2005, the Care Act 2014 and the Mental Health Act 1983. The sections of law are named from general knowledge and are not quoted in this project’s sources: check them before relying on one. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/authority"
* #lpa-health-and-welfare "Lasting power of attorney: health and welfare" "Decides only where the person lacks capacity for the decision"
* #lpa-property "Lasting power of attorney: property and financial affairs"
* #epa "Enduring power of attorney" "Property and financial affairs"
* #deputy-welfare "Deputy for personal welfare" "Appointed by the Court of Protection"
* #deputy-property "Deputy for property and affairs" "Appointed by the Court of Protection"
* #court-order "Order of a court"
* #appointee "Appointee for benefits"
* #nearest-relative "Nearest relative under the Mental Health Act" "Not the same as next of kin"
* #parental-responsibility "Parental responsibility"
* #imca "Independent mental capacity advocate" "Supports and represents; decides nothing"
* #care-act-advocate "Independent advocate under the Care Act" "Supports and represents; decides nothing"
* #imha "Independent mental health advocate" "Supports; decides nothing"
* #relevant-person-representative "Relevant person’s representative" "Under a deprivation of liberty authorisation"
* #none "No authority" "For example a next of kin or carer who has no other; may be consulted"

ValueSet: HomeFirstAuthority
Id: authority
Title: "Authority to decide or speak"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstAuthorityCodes
