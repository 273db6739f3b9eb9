// The lists of the Booking and Referral Standard that a Home First message uses.

ValueSet: HomeFirstBarsDosRejectedReason
Id: bars-dos-rejected-reason
Title: "BaRS: reason for rejection by a service"
Description: "Why a service did not take a referral. The codes and displays of https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars version 1.0.0 (BaRS, 14 July 2026); Crown copyright, restated as facts."
* insert Ours
* $bars-dos-rejected#21 "Unsuitable due to transport"
* $bars-dos-rejected#22 "Rejected for capacity reasons"
* $bars-dos-rejected#23 "Service not clinically appropriate"
* $bars-dos-rejected#24 "Service declined referral"
* $bars-dos-rejected#26 "Rejected for patient choice"
* $bars-dos-rejected#27 "Service could not be contacted"
* $bars-dos-rejected#31 "No appointments available"
* $bars-dos-rejected#32 "Appointments not suitable"
* $bars-dos-rejected#40 "Patient not eligible for service"
* $bars-dos-rejected#41 "Patient requested home visit"
* $bars-dos-rejected#42 "Unsuitable due to distance"
* $bars-dos-rejected#99 "Other reason"

ValueSet: HomeFirstBarsRejectedReason
Id: bars-rejected-reason
Title: "BaRS: reason for rejection"
Description: "Why a request was not met. The codes and displays of https://fhir.nhs.uk/CodeSystem/rejected-reasons-bars version 1.1.0 (BaRS, 14 July 2026); Crown copyright, restated as facts."
* insert Ours
* $bars-rejected#RRNA "Requested resource not available within timescale"
* $bars-rejected#FC "Failed Contact"
* $bars-rejected#OTH "Other"

ValueSet: HomeFirstBarsMessageCategory
Id: bars-message-category
Title: "BaRS: category of a referral"
Description: "The two categories of https://fhir.nhs.uk/CodeSystem/message-category-servicerequest, which stand beside a use case in ServiceRequest.category (BaRS guide 1.12.0, 14 July 2026; reference/uk-fhir-standards.md §1.4); Crown copyright, restated as facts. Crown copyright, restated as facts."
* insert Ours
* $bars-category#referral "Transfer of Care"
* $bars-category#validation "Validation"
