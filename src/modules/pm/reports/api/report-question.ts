/** What a report is asked for: days of the clinic's calendar (`YYYY-MM-DD`), both included; '' for any. */
export interface ReportQuestion {
  from: string;
  to: string;
  group: string;
  type: string;
  facilitator: string;
}

/** The arguments that all reports take; what is not narrowed is left out. */
export function reportArguments(organizationId: string, { from, to, group, type, facilitator }: ReportQuestion) {
  return {
    organization_id: organizationId,
    from_date: from,
    to_date: to,
    ...(group !== '' && { group_definition_id: group }),
    ...(type !== '' && { group_type: type }),
    ...(facilitator !== '' && { facilitator_id: facilitator }),
  };
}
