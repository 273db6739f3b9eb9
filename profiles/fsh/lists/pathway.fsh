// The discharge pathways 0 to 3, with the eight destinations of the national return, each within one pathway.

CodeSystem: HomeFirstPathwayCodes
Id: pathway
Title: "Discharge pathway"
Description: "The pathway on which a person leaves hospital. No NHS Data Dictionary code tells the pathways apart, so it is an element of its own. Codes: ours; definitions: the destination rows of the NHS England Acute Daily Discharge SitRep (specification of 30 April 2024), joined by pathway. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/pathway"
* #0 "Pathway 0" "Discharge to a domestic home, hotel, or other temporary accommodation without the need for new/increased care or support from health and social care; or discharge back to an original care home placement when the care home has confirmed they can continue to meet the person’s needs with the same level of support"
* #1 "Pathway 1" "Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with rehabilitation, reablement and recovery, or with other new/additional support (eg end of life care); or discharge back to original care home placement with rehabilitation, reablement and recovery or with an increased level of support"
* #2 "Pathway 2" "Short-term bed/hospice for rehabilitation, reablement and recovery / end of life care"
* #3 "Pathway 3" "Discharge to a care home as a new admission, or to a care home/hospice as a new admission for end-of-life care"

ValueSet: HomeFirstPathway
Id: pathway
Title: "Discharge pathway"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstPathwayCodes

CodeSystem: HomeFirstDischargeDestinationCodes
Id: discharge-destination
Title: "Discharge destination by pathway"
Description: "Where a person was discharged to, as the national return counts it. Codes: ours; wording: metric names of the NHS England Acute Daily Discharge SitRep (specification of 30 April 2024). Not the NHS Data Dictionary DISCHARGE DESTINATION, which is kept beside it. Licence: Open Government Licence v3.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/discharge-destination"
* #0-home "Pathway 0: Discharge to a domestic home, hotel, or other temporary accommodation without the need for new/increased care or support from health and social care"
* #0-care-home-return "Pathway 0: Discharge back to an original care home placement when the care home has confirmed they can continue to meet the person’s needs with the same level of support"
* #1-home-reablement "Pathway 1: Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with rehabilitation, reablement and recovery"
* #1-home-support "Pathway 1: Discharge to a domestic home, hotel, or other temporary accommodation, or hospice at home with other new/additional support (eg end of life care)"
* #1-care-home-return "Pathway 1: Discharge back to original care home placement with rehabilitation, reablement and recovery or with an increased level of support"
* #2-short-term-bed "Pathway 2: Short-term bed/hospice for rehabilitation, reablement and recovery / end of life care"
* #3-care-home "Pathway 3: Discharge to a care home as a new admission"
* #3-end-of-life "Pathway 3: Discharge to a care home/hospice as a new admission for end-of-life care"

ValueSet: HomeFirstDischargeDestination
Id: discharge-destination
Title: "Discharge destination by pathway"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstDischargeDestinationCodes
