// What kind of work a referral asks a council, community service or provider for.

CodeSystem: HomeFirstWorkTypeCodes
Id: work-type
Title: "Type of work"
Description: "What is asked for, so that the receiver can route it at once: the restart of a package is another matter than a new one. Codes and wording: ours, after what duty teams ask first (restart or increase, return to the same care home, self-funder, equipment only) and the eight destinations and delay reasons of the NHS England Acute Daily Discharge SitRep. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/work-type"
* #new-package "New package of care at home"
* #restart "Restart of a package as it was"
* #increase "Increase of a package"
* #decrease "Decrease of a package"
* #end "End of a package" "What was arranged before is no longer wanted or needed"
* #reablement "Reablement"
* #home-rehabilitation "Rehabilitation at home"
* #bed-based-rehabilitation "Bed-based rehabilitation"
* #community-nursing "Community nursing"
* #community-therapy "Community therapy"
* #hospital-at-home "Hospital at home"
* #return-to-care-home "Return to the same care home, same support"
* #return-to-care-home-increase "Return to the same care home, more support"
* #new-care-home "New care home placement"
* #care-home-trial "Short-term or assessment placement in a care home"
* #end-of-life-home "End of life care at home"
* #end-of-life-bed "End of life care in a care home or hospice"
* #live-in-care "Live-in or night care"
* #supported-living "Supported living or extra care housing"
* #equipment-only "Equipment only"
* #adaptation "Adaptation of the home"
* #technology "Technology-enabled care"
* #assessment-only "Assessment only"
* #self-funder-support "Advice and help for a self-funder"
* #carer-support "Support for a carer"
* #respite "Respite"
* #housing "Housing support"
* #voluntary-support "Voluntary or community support"
* #transport "Transport"
* #other "Other" "With a text"

ValueSet: HomeFirstWorkType
Id: work-type
Title: "Type of work"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstWorkTypeCodes
