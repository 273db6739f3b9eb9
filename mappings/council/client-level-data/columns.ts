// The columns of Client Level Data, Release 2, in the order of the return.

const submission = ['LA_Code', 'Reporting_Period_Start_Date', 'Reporting_Period_End_Date'] as const

const person = [
  'NHS_Number',
  'LA_Person_Unique_Identifier',
  'GP_Practice_Code',
  'Gender',
  'Ethnicity',
  'Date_of_Birth',
  'Date_of_Death',
  'Client_Type',
  'Primary_Support_Reason',
  'Postcode',
  'Accommodation_Status',
  'Employment_Status',
  'Has_Unpaid_Carer',
  'Autism_Spectrum_Disorder_ASD',
  'Visual_Impairment',
  'Hearing_Impairment',
  'Dementia',
  'Client_Funding_Status',
] as const

const event = [
  'Event_Type',
  'Event_Reference',
  'Event_Start_Date',
  'Event_End_Date',
  'Event_Description',
  'Event_Outcome',
] as const

const request = ['Request_Route_of_Access'] as const

const assessment = ['Assessment_Type', 'Eligible_Needs_Identified', 'Method_of_Assessment'] as const

const carer = [
  'Total_Hrs_Caring_per_week',
  'No_of_adults_being_cared_for',
  'Adult_1_Linked_Person_ID',
  'Adult_2_Linked_Person_ID',
  'Adult_3_Linked_Person_ID',
] as const

const service = [
  'Service_Type',
  'Service_Component',
  'Delivery_Mechanism',
  'Provider_CQC_Location_ID',
  'Provider_CQC_Location_Name',
] as const

const review = ['Review_Reason', 'Review_Outcomes_Achieved', 'Method_of_Review'] as const

const cost = ['Unit_Cost', 'Cost_Frequency_Unit_Type', 'Planned_units_per_week'] as const

export const groups = { submission, person, event, request, assessment, carer, service, review, cost } as const

export const columns: readonly string[] = Object.values(groups).flat()
