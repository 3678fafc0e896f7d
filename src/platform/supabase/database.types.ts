export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      pf_audit_log: {
        Row: {
          action: string;
          changes: NonNullable<Json>;
          created_at: string;
          id: number;
          organization_id: string;
          performed_by: string | null;
          target: NonNullable<Json>;
          target_table: string;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          changes: NonNullable<Json>;
          created_at?: string;
          id?: never;
          organization_id: string;
          performed_by?: string | null;
          target: NonNullable<Json>;
          target_table: string;
        };
        Update: {
          action?: string;
          changes?: NonNullable<Json>;
          created_at?: string;
          id?: never;
          organization_id?: string;
          performed_by?: string | null;
          target?: NonNullable<Json>;
          target_table?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_audit_log_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
        ];
      };
      pf_domain_events: {
        Row: {
          event_type: string;
          id: number;
          occurred_at: string;
          organization_id: string;
          payload: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          event_type: string;
          id?: never;
          occurred_at?: string;
          organization_id: string;
          payload: NonNullable<Json>;
        };
        Update: {
          event_type?: string;
          id?: never;
          occurred_at?: string;
          organization_id?: string;
          payload?: NonNullable<Json>;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_domain_events_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
        ];
      };
      pf_invitations: {
        Row: {
          accepted_at: string | null;
          created_at: string;
          email: string;
          expires_at: string;
          id: string;
          invited_by: string | null;
          organization_id: string;
          role_id: string;
          token_hash: string;
        };
        ComputedFields: never;
        Insert: {
          accepted_at?: string | null;
          created_at?: string;
          email: string;
          expires_at: string;
          id?: string;
          invited_by?: string | null;
          organization_id: string;
          role_id: string;
          token_hash: string;
        };
        Update: {
          accepted_at?: string | null;
          created_at?: string;
          email?: string;
          expires_at?: string;
          id?: string;
          invited_by?: string | null;
          organization_id?: string;
          role_id?: string;
          token_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_invitations_invited_by_fkey';
            columns: ['invited_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pf_invitations_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pf_invitations_role_fkey';
            columns: ['organization_id', 'role_id'];
            isOneToOne: false;
            referencedRelation: 'pf_roles';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pf_memberships: {
        Row: {
          created_at: string;
          organization_id: string;
          role_id: string;
          status: string;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          organization_id: string;
          role_id: string;
          status?: string;
          updated_at?: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          organization_id?: string;
          role_id?: string;
          status?: string;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_memberships_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pf_memberships_role_fkey';
            columns: ['organization_id', 'role_id'];
            isOneToOne: false;
            referencedRelation: 'pf_roles';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pf_memberships_user_id_fkey';
            columns: ['user_id'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      pf_notification_settings: {
        Row: {
          is_enabled: boolean;
          kind: string;
          organization_id: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          is_enabled?: boolean;
          kind: string;
          organization_id: string;
          user_id?: string;
        };
        Update: {
          is_enabled?: boolean;
          kind?: string;
          organization_id?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_notification_settings_membership_fkey';
            columns: ['organization_id', 'user_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
        ];
      };
      pf_notifications: {
        Row: {
          created_at: string;
          enrollment_id: string | null;
          group_definition_id: string | null;
          id: number;
          kind: string;
          organization_id: string;
          patient_id: string | null;
          payload: NonNullable<Json>;
          read_at: string | null;
          session_id: string | null;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          enrollment_id?: string | null;
          group_definition_id?: string | null;
          id?: never;
          kind: string;
          organization_id: string;
          patient_id?: string | null;
          payload?: NonNullable<Json>;
          read_at?: string | null;
          session_id?: string | null;
          user_id: string;
        };
        Update: {
          created_at?: string;
          enrollment_id?: string | null;
          group_definition_id?: string | null;
          id?: never;
          kind?: string;
          organization_id?: string;
          patient_id?: string | null;
          payload?: NonNullable<Json>;
          read_at?: string | null;
          session_id?: string | null;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_notifications_enrollment_fkey';
            columns: ['organization_id', 'enrollment_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_enrollments';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pf_notifications_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_definitions';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pf_notifications_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_overview';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pf_notifications_membership_fkey';
            columns: ['organization_id', 'user_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pf_notifications_patient_fkey';
            columns: ['organization_id', 'patient_id'];
            isOneToOne: false;
            referencedRelation: 'pm_patients';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pf_notifications_session_fkey';
            columns: ['organization_id', 'session_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_schedule';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pf_organizations: {
        Row: {
          created_at: string;
          id: string;
          name: string;
          settings: NonNullable<Json>;
          slug: string;
          timezone: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          name: string;
          settings?: NonNullable<Json>;
          slug: string;
          timezone: string;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          name?: string;
          settings?: NonNullable<Json>;
          slug?: string;
          timezone?: string;
          updated_at?: string;
        };
        Relationships: [];
      };
      pf_permissions: {
        Row: {
          action: string;
          description: string;
          is_active: boolean;
          key: string;
          module: string;
          resource: string;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          description: string;
          is_active?: boolean;
          key: string;
          module: string;
          resource: string;
        };
        Update: {
          action?: string;
          description?: string;
          is_active?: boolean;
          key?: string;
          module?: string;
          resource?: string;
        };
        Relationships: [];
      };
      pf_profiles: {
        Row: {
          created_at: string;
          email: string;
          full_name: string;
          id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          email: string;
          full_name: string;
          id: string;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          email?: string;
          full_name?: string;
          id?: string;
          updated_at?: string;
        };
        Relationships: [];
      };
      pf_role_permissions: {
        Row: {
          created_at: string;
          organization_id: string;
          permission_key: string;
          role_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          organization_id: string;
          permission_key: string;
          role_id: string;
        };
        Update: {
          created_at?: string;
          organization_id?: string;
          permission_key?: string;
          role_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_role_permissions_permission_key_fkey';
            columns: ['permission_key'];
            isOneToOne: false;
            referencedRelation: 'pf_permissions';
            referencedColumns: ['key'];
          },
          {
            foreignKeyName: 'pf_role_permissions_role_fkey';
            columns: ['organization_id', 'role_id'];
            isOneToOne: false;
            referencedRelation: 'pf_roles';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pf_roles: {
        Row: {
          created_at: string;
          id: string;
          is_system: boolean;
          key: string;
          name: string;
          organization_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          is_system?: boolean;
          key: string;
          name: string;
          organization_id: string;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          is_system?: boolean;
          key?: string;
          name?: string;
          organization_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pf_roles_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
        ];
      };
      pm_calendar_feeds: {
        Row: {
          created_at: string;
          id: string;
          organization_id: string;
          scope: string;
          token_hash: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          organization_id: string;
          scope: string;
          token_hash: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          organization_id?: string;
          scope?: string;
          token_hash?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_calendar_feeds_membership_fkey';
            columns: ['organization_id', 'user_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
        ];
      };
      pm_closed_days: {
        Row: {
          closed_on: string;
          created_at: string;
          name: string;
          organization_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          closed_on: string;
          created_at?: string;
          name: string;
          organization_id: string;
          updated_at?: string;
        };
        Update: {
          closed_on?: string;
          created_at?: string;
          name?: string;
          organization_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_closed_days_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
        ];
      };
      pm_group_activity_log: {
        Row: {
          action: string;
          created_at: string;
          group_definition_id: string;
          id: number;
          metadata: NonNullable<Json>;
          organization_id: string;
          patient_id: string | null;
          performed_by: string | null;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          created_at?: string;
          group_definition_id: string;
          id?: never;
          metadata?: NonNullable<Json>;
          organization_id: string;
          patient_id?: string | null;
          performed_by?: string | null;
        };
        Update: {
          action?: string;
          created_at?: string;
          group_definition_id?: string;
          id?: never;
          metadata?: NonNullable<Json>;
          organization_id?: string;
          patient_id?: string | null;
          performed_by?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_group_activity_log_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_definitions';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_activity_log_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_overview';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_activity_log_patient_fkey';
            columns: ['organization_id', 'patient_id'];
            isOneToOne: false;
            referencedRelation: 'pm_patients';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pm_group_definitions: {
        Row: {
          advance_notice_hours: number;
          allowed_time_slots: NonNullable<Json>;
          co_facilitator_id: string | null;
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          description: string | null;
          duration_minutes: number | null;
          end_date: string | null;
          facilitator_id: string | null;
          group_code: string | null;
          group_type: string;
          id: string;
          location: string | null;
          max_capacity: number;
          min_capacity: number | null;
          name: string;
          organization_id: string;
          recurrence_rule: string | null;
          session_approval_required: boolean;
          session_creation_permission: string;
          start_date: string | null;
          status: string;
          time_period: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          advance_notice_hours?: number;
          allowed_time_slots?: NonNullable<Json>;
          co_facilitator_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          custom_fields?: NonNullable<Json>;
          deleted_at?: string | null;
          description?: string | null;
          duration_minutes?: number | null;
          end_date?: string | null;
          facilitator_id?: string | null;
          group_code?: string | null;
          group_type: string;
          id?: string;
          location?: string | null;
          max_capacity?: number;
          min_capacity?: number | null;
          name: string;
          organization_id: string;
          recurrence_rule?: string | null;
          session_approval_required?: boolean;
          session_creation_permission?: string;
          start_date?: string | null;
          status?: string;
          time_period?: string | null;
          updated_at?: string;
        };
        Update: {
          advance_notice_hours?: number;
          allowed_time_slots?: NonNullable<Json>;
          co_facilitator_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          custom_fields?: NonNullable<Json>;
          deleted_at?: string | null;
          description?: string | null;
          duration_minutes?: number | null;
          end_date?: string | null;
          facilitator_id?: string | null;
          group_code?: string | null;
          group_type?: string;
          id?: string;
          location?: string | null;
          max_capacity?: number;
          min_capacity?: number | null;
          name?: string;
          organization_id?: string;
          recurrence_rule?: string | null;
          session_approval_required?: boolean;
          session_creation_permission?: string;
          start_date?: string | null;
          status?: string;
          time_period?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_group_definitions_co_facilitator_fkey';
            columns: ['organization_id', 'co_facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_group_definitions_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_group_definitions_facilitator_fkey';
            columns: ['organization_id', 'facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_group_definitions_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
        ];
      };
      pm_group_enrollments: {
        Row: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          custom_fields?: NonNullable<Json>;
          deleted_at?: string | null;
          disenroll_reason?: string | null;
          disenrolled_at?: string | null;
          enrolled_at?: string | null;
          group_definition_id: string;
          id?: string;
          notes?: string | null;
          organization_id: string;
          patient_id: string;
          starts_on?: string;
          status?: string;
          transferred_from_id?: string | null;
          updated_at?: string;
          waitlist_held_at?: string | null;
          waitlist_held_until?: string | null;
          waitlist_hold_reason?: string | null;
          waitlist_position?: number | null;
          waitlisted_at?: string | null;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          custom_fields?: NonNullable<Json>;
          deleted_at?: string | null;
          disenroll_reason?: string | null;
          disenrolled_at?: string | null;
          enrolled_at?: string | null;
          group_definition_id?: string;
          id?: string;
          notes?: string | null;
          organization_id?: string;
          patient_id?: string;
          starts_on?: string;
          status?: string;
          transferred_from_id?: string | null;
          updated_at?: string;
          waitlist_held_at?: string | null;
          waitlist_held_until?: string | null;
          waitlist_hold_reason?: string | null;
          waitlist_position?: number | null;
          waitlisted_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_group_enrollments_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_group_enrollments_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_definitions';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_enrollments_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_overview';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_enrollments_patient_fkey';
            columns: ['organization_id', 'patient_id'];
            isOneToOne: false;
            referencedRelation: 'pm_patients';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_enrollments_transferred_from_fkey';
            columns: ['organization_id', 'transferred_from_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_enrollments';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pm_group_question_sets: {
        Row: {
          created_at: string;
          created_by: string | null;
          group_definition_id: string;
          is_check_in: boolean;
          organization_id: string;
          question_set_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          group_definition_id: string;
          is_check_in?: boolean;
          organization_id: string;
          question_set_id: string;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          group_definition_id?: string;
          is_check_in?: boolean;
          organization_id?: string;
          question_set_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_group_question_sets_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_group_question_sets_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_definitions';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_question_sets_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_overview';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_question_sets_question_set_fkey';
            columns: ['organization_id', 'question_set_id'];
            isOneToOne: false;
            referencedRelation: 'pm_question_sets';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pm_group_schedule: {
        Row: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          approval_status?: string;
          calendar_sequence?: number;
          cancellation_reason?: string | null;
          co_facilitator_id?: string | null;
          completed_at?: string | null;
          conflict_override?: boolean;
          created_at?: string;
          created_by?: string | null;
          end_time: string;
          ends_at?: string;
          facilitator_id?: string | null;
          group_definition_id: string;
          id?: string;
          location?: string | null;
          notes?: string | null;
          organization_id: string;
          questions_data?: Json | null;
          series_id?: string | null;
          session_date: string;
          session_type?: string;
          share_token?: string;
          start_time: string;
          started_at?: string | null;
          starts_at?: string;
          status?: string;
          updated_at?: string;
        };
        Update: {
          approval_status?: string;
          calendar_sequence?: number;
          cancellation_reason?: string | null;
          co_facilitator_id?: string | null;
          completed_at?: string | null;
          conflict_override?: boolean;
          created_at?: string;
          created_by?: string | null;
          end_time?: string;
          ends_at?: string;
          facilitator_id?: string | null;
          group_definition_id?: string;
          id?: string;
          location?: string | null;
          notes?: string | null;
          organization_id?: string;
          questions_data?: Json | null;
          series_id?: string | null;
          session_date?: string;
          session_type?: string;
          share_token?: string;
          start_time?: string;
          started_at?: string | null;
          starts_at?: string;
          status?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_group_schedule_co_facilitator_fkey';
            columns: ['organization_id', 'co_facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_group_schedule_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_group_schedule_facilitator_fkey';
            columns: ['organization_id', 'facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_group_schedule_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_definitions';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_schedule_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_overview';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_schedule_series_fkey';
            columns: ['organization_id', 'group_definition_id', 'series_id'];
            isOneToOne: false;
            referencedRelation: 'pm_session_series';
            referencedColumns: ['organization_id', 'group_definition_id', 'id'];
          },
          {
            foreignKeyName: 'pm_group_schedule_series_fkey';
            columns: ['organization_id', 'group_definition_id', 'series_id'];
            isOneToOne: false;
            referencedRelation: 'pm_session_series_overview';
            referencedColumns: ['organization_id', 'group_definition_id', 'id'];
          },
        ];
      };
      pm_patients: {
        Row: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          date_of_birth: string | null;
          deleted_at: string | null;
          email: string | null;
          first_name: string;
          id: string;
          last_name: string;
          mrn: string;
          notes: string | null;
          organization_id: string;
          phone: string | null;
          preferred_name: string | null;
          search_text: string | null;
          status: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          custom_fields?: NonNullable<Json>;
          date_of_birth?: string | null;
          deleted_at?: string | null;
          email?: string | null;
          first_name: string;
          id?: string;
          last_name: string;
          mrn: string;
          notes?: string | null;
          organization_id: string;
          phone?: string | null;
          preferred_name?: string | null;
          search_text?: never;
          status?: string;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          custom_fields?: NonNullable<Json>;
          date_of_birth?: string | null;
          deleted_at?: string | null;
          email?: string | null;
          first_name?: string;
          id?: string;
          last_name?: string;
          mrn?: string;
          notes?: string | null;
          organization_id?: string;
          phone?: string | null;
          preferred_name?: string | null;
          search_text?: never;
          status?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_patients_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_patients_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
        ];
      };
      pm_question_sets: {
        Row: {
          bands: NonNullable<Json>;
          created_at: string;
          created_by: string | null;
          deleted_at: string | null;
          description: string | null;
          id: string;
          materials: NonNullable<Json>;
          organization_id: string;
          previous_version_id: string | null;
          questions: NonNullable<Json>;
          scoring: string;
          source: string | null;
          superseded_at: string | null;
          title: string;
          updated_at: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          bands?: NonNullable<Json>;
          created_at?: string;
          created_by?: string | null;
          deleted_at?: string | null;
          description?: string | null;
          id?: string;
          materials?: NonNullable<Json>;
          organization_id: string;
          previous_version_id?: string | null;
          questions?: NonNullable<Json>;
          scoring?: string;
          source?: string | null;
          superseded_at?: string | null;
          title: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          bands?: NonNullable<Json>;
          created_at?: string;
          created_by?: string | null;
          deleted_at?: string | null;
          description?: string | null;
          id?: string;
          materials?: NonNullable<Json>;
          organization_id?: string;
          previous_version_id?: string | null;
          questions?: NonNullable<Json>;
          scoring?: string;
          source?: string | null;
          superseded_at?: string | null;
          title?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_question_sets_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_question_sets_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_question_sets_previous_version_fkey';
            columns: ['organization_id', 'previous_version_id'];
            isOneToOne: false;
            referencedRelation: 'pm_question_sets';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pm_session_participants: {
        Row: {
          attendance_note: string | null;
          attendance_status: string | null;
          created_at: string;
          created_by: string | null;
          guest_name: string | null;
          id: string;
          is_drop_in: boolean;
          joined_at: string | null;
          minutes: number | null;
          organization_id: string;
          patient_id: string | null;
          recorded_at: string | null;
          recorded_by: string | null;
          session_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          attendance_note?: string | null;
          attendance_status?: string | null;
          created_at?: string;
          created_by?: string | null;
          guest_name?: string | null;
          id?: string;
          is_drop_in?: boolean;
          joined_at?: string | null;
          minutes?: number | null;
          organization_id: string;
          patient_id?: string | null;
          recorded_at?: string | null;
          recorded_by?: string | null;
          session_id: string;
          updated_at?: string;
        };
        Update: {
          attendance_note?: string | null;
          attendance_status?: string | null;
          created_at?: string;
          created_by?: string | null;
          guest_name?: string | null;
          id?: string;
          is_drop_in?: boolean;
          joined_at?: string | null;
          minutes?: number | null;
          organization_id?: string;
          patient_id?: string | null;
          recorded_at?: string | null;
          recorded_by?: string | null;
          session_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_session_participants_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_session_participants_patient_fkey';
            columns: ['organization_id', 'patient_id'];
            isOneToOne: false;
            referencedRelation: 'pm_patients';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_session_participants_recorded_by_fkey';
            columns: ['recorded_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_session_participants_session_fkey';
            columns: ['organization_id', 'session_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_schedule';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pm_session_responses: {
        Row: {
          acknowledged_at: string | null;
          acknowledged_by: string | null;
          answers: NonNullable<Json>;
          band: string | null;
          flags: NonNullable<Json>;
          id: string;
          organization_id: string;
          participant_id: string;
          question_set_id: string | null;
          score: number | null;
          session_id: string;
          submitted_at: string;
        };
        ComputedFields: never;
        Insert: {
          acknowledged_at?: string | null;
          acknowledged_by?: string | null;
          answers: NonNullable<Json>;
          band?: string | null;
          flags?: NonNullable<Json>;
          id?: string;
          organization_id: string;
          participant_id: string;
          question_set_id?: string | null;
          score?: number | null;
          session_id: string;
          submitted_at?: string;
        };
        Update: {
          acknowledged_at?: string | null;
          acknowledged_by?: string | null;
          answers?: NonNullable<Json>;
          band?: string | null;
          flags?: NonNullable<Json>;
          id?: string;
          organization_id?: string;
          participant_id?: string;
          question_set_id?: string | null;
          score?: number | null;
          session_id?: string;
          submitted_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_session_responses_acknowledged_by_fkey';
            columns: ['acknowledged_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_session_responses_participant_fkey';
            columns: ['organization_id', 'participant_id'];
            isOneToOne: true;
            referencedRelation: 'pm_session_participants';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_session_responses_question_set_fkey';
            columns: ['organization_id', 'question_set_id'];
            isOneToOne: false;
            referencedRelation: 'pm_question_sets';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_session_responses_session_fkey';
            columns: ['organization_id', 'session_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_schedule';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
      pm_session_series: {
        Row: {
          co_facilitator_id: string | null;
          created_at: string;
          created_by: string | null;
          end_time: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          is_finite: boolean;
          location: string | null;
          organization_id: string;
          recurrence_rule: string | null;
          start_time: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          co_facilitator_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          end_time: string;
          facilitator_id?: string | null;
          group_definition_id: string;
          id?: string;
          is_finite?: boolean;
          location?: string | null;
          organization_id: string;
          recurrence_rule?: string | null;
          start_time: string;
          updated_at?: string;
        };
        Update: {
          co_facilitator_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          end_time?: string;
          facilitator_id?: string | null;
          group_definition_id?: string;
          id?: string;
          is_finite?: boolean;
          location?: string | null;
          organization_id?: string;
          recurrence_rule?: string | null;
          start_time?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pm_session_series_co_facilitator_fkey';
            columns: ['organization_id', 'co_facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_session_series_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_session_series_facilitator_fkey';
            columns: ['organization_id', 'facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_session_series_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_definitions';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_session_series_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_overview';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
    };
    Views: {
      pm_group_overview: {
        Row: {
          advance_notice_hours: number;
          allowed_time_slots: NonNullable<Json>;
          co_facilitator_id: string | null;
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          description: string | null;
          duration_minutes: number | null;
          end_date: string | null;
          facilitator_count: number | null;
          facilitator_id: string | null;
          facilitator_name: string | null;
          group_code: string | null;
          group_type: string;
          id: string;
          is_over_capacity: boolean | null;
          is_under_minimum: boolean | null;
          location: string | null;
          max_capacity: number;
          min_capacity: number | null;
          name: string;
          next_session_at: string | null;
          organization_id: string;
          patient_count: number | null;
          recurrence_rule: string | null;
          seats_free: number | null;
          session_approval_required: boolean;
          session_creation_permission: string;
          start_date: string | null;
          status: string;
          time_period: string | null;
          updated_at: string;
          waitlist_count: number | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: 'pm_group_definitions_co_facilitator_fkey';
            columns: ['organization_id', 'co_facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_group_definitions_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_group_definitions_facilitator_fkey';
            columns: ['organization_id', 'facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_group_definitions_organization_id_fkey';
            columns: ['organization_id'];
            isOneToOne: false;
            referencedRelation: 'pf_organizations';
            referencedColumns: ['id'];
          },
        ];
      };
      pm_session_series_overview: {
        Row: {
          co_facilitator_id: string | null;
          created_at: string;
          created_by: string | null;
          end_time: string;
          facilitator_id: string | null;
          first_session_on: string | null;
          group_definition_id: string;
          group_end_date: string | null;
          group_name: string | null;
          group_status: string | null;
          id: string;
          is_finite: boolean;
          is_running_out: boolean | null;
          last_session_on: string | null;
          location: string | null;
          organization_id: string;
          recurrence_rule: string | null;
          session_count: number | null;
          sessions_left: number | null;
          start_time: string;
          updated_at: string;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: 'pm_session_series_co_facilitator_fkey';
            columns: ['organization_id', 'co_facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_session_series_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'pf_profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pm_session_series_facilitator_fkey';
            columns: ['organization_id', 'facilitator_id'];
            isOneToOne: false;
            referencedRelation: 'pf_memberships';
            referencedColumns: ['organization_id', 'user_id'];
          },
          {
            foreignKeyName: 'pm_session_series_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_definitions';
            referencedColumns: ['organization_id', 'id'];
          },
          {
            foreignKeyName: 'pm_session_series_group_fkey';
            columns: ['organization_id', 'group_definition_id'];
            isOneToOne: false;
            referencedRelation: 'pm_group_overview';
            referencedColumns: ['organization_id', 'id'];
          },
        ];
      };
    };
    Functions: {
      pf_accept_invitation: {
        Args: { token: string };
        Returns: {
          created_at: string;
          id: string;
          name: string;
          settings: NonNullable<Json>;
          slug: string;
          timezone: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pf_organizations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pf_create_invitation: { Args: { email: string; organization_id: string; role_id: string }; Returns: Json };
      pf_create_organization: {
        Args: { name: string; slug: string; timezone: string };
        Returns: {
          created_at: string;
          id: string;
          name: string;
          settings: NonNullable<Json>;
          slug: string;
          timezone: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pf_organizations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pf_create_role: {
        Args: { copied_role_id?: string; name: string; organization_id: string };
        Returns: {
          created_at: string;
          id: string;
          is_system: boolean;
          key: string;
          name: string;
          organization_id: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pf_roles';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pf_names_of_people: {
        Args: { organization_id: string; user_ids: string[] };
        Returns: {
          full_name: string;
          is_member: boolean;
          user_id: string;
        }[];
      };
      pf_set_role_permission: { Args: { granted: boolean; permission_key: string; role_id: string }; Returns: boolean };
      pm_acknowledge_flag: {
        Args: { response_id: string };
        Returns: {
          acknowledged_at: string | null;
          acknowledged_by: string | null;
          answers: NonNullable<Json>;
          band: string | null;
          flags: NonNullable<Json>;
          id: string;
          organization_id: string;
          participant_id: string;
          question_set_id: string | null;
          score: number | null;
          session_id: string;
          submitted_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_session_responses';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_approve_session: {
        Args: { session_id: string };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_assign_question_set: {
        Args: { group_definition_id: string; is_check_in?: boolean; question_set_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          group_definition_id: string;
          is_check_in: boolean;
          organization_id: string;
          question_set_id: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_question_sets';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_batch_clone_groups: {
        Args: {
          changes?: Json;
          date_offset_days: number;
          group_definition_ids: string[];
          include_facilitators?: boolean;
          include_patients?: boolean;
          include_sessions?: boolean;
          preview?: boolean;
        };
        Returns: Json;
      };
      pm_book_drop_in: {
        Args: { patient_id: string; session_id: string };
        Returns: {
          attendance_note: string | null;
          attendance_status: string | null;
          created_at: string;
          created_by: string | null;
          guest_name: string | null;
          id: string;
          is_drop_in: boolean;
          joined_at: string | null;
          minutes: number | null;
          organization_id: string;
          patient_id: string | null;
          recorded_at: string | null;
          recorded_by: string | null;
          session_id: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_session_participants';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_bulk_enroll_patients: {
        Args: { group_definition_id: string; on_full?: string; patient_ids: string[]; starts_on?: string };
        Returns: Json;
      };
      pm_calendar_feed: { Args: { apikey?: string; token: string }; Returns: unknown };
      pm_calendar_file: {
        Args: { group_definition_id?: string; mine?: boolean; organization_id: string; session_id?: string };
        Returns: string;
      };
      pm_cancel_drop_in: {
        Args: { patient_id: string; session_id: string };
        Returns: {
          attendance_note: string | null;
          attendance_status: string | null;
          created_at: string;
          created_by: string | null;
          guest_name: string | null;
          id: string;
          is_drop_in: boolean;
          joined_at: string | null;
          minutes: number | null;
          organization_id: string;
          patient_id: string | null;
          recorded_at: string | null;
          recorded_by: string | null;
          session_id: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_session_participants';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_cancel_series: { Args: { reason: string; scope: string; session_id: string }; Returns: Json };
      pm_cancel_session: {
        Args: { reason: string; session_id: string };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_cancel_sessions: { Args: { reason: string; session_ids: string[] }; Returns: Json };
      pm_change_series: {
        Args: { changes: Json; scope: string; session_id: string; skip_conflicts?: boolean };
        Returns: Json;
      };
      pm_clone_group: {
        Args: {
          end_date?: string;
          group_definition_id: string;
          include_facilitators?: boolean;
          include_patients?: boolean;
          max_capacity?: number;
          name?: string;
          start_date?: string;
          time_period?: string;
        };
        Returns: Json;
      };
      pm_complete_session: {
        Args: { session_id: string };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_create_calendar_feed: { Args: { organization_id: string; scope?: string }; Returns: Json };
      pm_create_group_session: {
        Args: {
          end_time?: string;
          group_definition_id: string;
          notes?: string;
          question_set_id?: string;
          questions_data?: Json;
          session_date?: string;
          session_type?: string;
          start_time?: string;
        };
        Returns: Json;
      };
      pm_delete_enrollment: { Args: { enrollment_id: string }; Returns: Json };
      pm_delete_group_definition: {
        Args: { group_definition_id: string };
        Returns: {
          advance_notice_hours: number;
          allowed_time_slots: NonNullable<Json>;
          co_facilitator_id: string | null;
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          description: string | null;
          duration_minutes: number | null;
          end_date: string | null;
          facilitator_id: string | null;
          group_code: string | null;
          group_type: string;
          id: string;
          location: string | null;
          max_capacity: number;
          min_capacity: number | null;
          name: string;
          organization_id: string;
          recurrence_rule: string | null;
          session_approval_required: boolean;
          session_creation_permission: string;
          start_date: string | null;
          status: string;
          time_period: string | null;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_definitions';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_delete_patient: {
        Args: { patient_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          date_of_birth: string | null;
          deleted_at: string | null;
          email: string | null;
          first_name: string;
          id: string;
          last_name: string;
          mrn: string;
          notes: string | null;
          organization_id: string;
          phone: string | null;
          preferred_name: string | null;
          search_text: string | null;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_patients';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_delete_question_set: {
        Args: { question_set_id: string };
        Returns: {
          bands: NonNullable<Json>;
          created_at: string;
          created_by: string | null;
          deleted_at: string | null;
          description: string | null;
          id: string;
          materials: NonNullable<Json>;
          organization_id: string;
          previous_version_id: string | null;
          questions: NonNullable<Json>;
          scoring: string;
          source: string | null;
          superseded_at: string | null;
          title: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_question_sets';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_deleted_group_definitions: {
        Args: { organization_id: string };
        Returns: {
          advance_notice_hours: number;
          allowed_time_slots: NonNullable<Json>;
          co_facilitator_id: string | null;
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          description: string | null;
          duration_minutes: number | null;
          end_date: string | null;
          facilitator_id: string | null;
          group_code: string | null;
          group_type: string;
          id: string;
          location: string | null;
          max_capacity: number;
          min_capacity: number | null;
          name: string;
          organization_id: string;
          recurrence_rule: string | null;
          session_approval_required: boolean;
          session_creation_permission: string;
          start_date: string | null;
          status: string;
          time_period: string | null;
          updated_at: string;
        }[];
        SetofOptions: {
          from: '*';
          to: 'pm_group_definitions';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_deleted_question_sets: {
        Args: { organization_id: string };
        Returns: {
          bands: NonNullable<Json>;
          created_at: string;
          created_by: string | null;
          deleted_at: string | null;
          description: string | null;
          id: string;
          materials: NonNullable<Json>;
          organization_id: string;
          previous_version_id: string | null;
          questions: NonNullable<Json>;
          scoring: string;
          source: string | null;
          superseded_at: string | null;
          title: string;
          updated_at: string;
          version: number;
        }[];
        SetofOptions: {
          from: '*';
          to: 'pm_question_sets';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_disenroll_patient: { Args: { enrollment_id: string; reason?: string }; Returns: Json };
      pm_enroll_patient: {
        Args: { group_definition_id: string; on_full?: string; patient_id: string; starts_on?: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_enrollments';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_enrollment_conflicts: {
        Args: { group_definition_id: string; patient_ids: string[]; starts_on?: string };
        Returns: {
          conflict_count: number;
          end_time: string;
          other_end_time: string;
          other_group_definition_id: string;
          other_group_name: string;
          other_session_id: string;
          other_start_time: string;
          patient_id: string;
          session_date: string;
          session_id: string;
          start_time: string;
        }[];
      };
      pm_group_roster: {
        Args: { group_definition_id: string; on_date?: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        }[];
        SetofOptions: {
          from: '*';
          to: 'pm_group_enrollments';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_group_session_statistics: { Args: { group_definition_id: string }; Returns: Json };
      pm_group_statistics: { Args: { organization_id: string }; Returns: Record<string, unknown> };
      pm_hold_on_waitlist: {
        Args: { enrollment_id: string; held_until?: string; reason?: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_enrollments';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_import_patients: {
        Args: { on_existing?: string; organization_id: string; patients: Json; preview?: boolean };
        Returns: Json;
      };
      pm_join_info: { Args: { token: string }; Returns: Json };
      pm_join_session: { Args: { code?: string; guest_name?: string; token: string }; Returns: Json };
      pm_make_up_sessions: {
        Args: { patient_id: string; week_of?: string };
        Returns: {
          adds_day: boolean;
          end_time: string;
          group_definition_id: string;
          group_name: string;
          location: string;
          mends: boolean;
          minutes: number;
          seats_free: number;
          session_date: string;
          session_id: string;
          start_time: string;
        }[];
      };
      pm_merge_groups: {
        Args: { group_definition_id: string; into_group_definition_id: string; preview?: boolean; reason?: string };
        Returns: Json;
      };
      pm_move_on_waitlist: {
        Args: { enrollment_id: string; rank: number; reason?: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_enrollments';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_my_groups: {
        Args: Record<PropertyKey, never>;
        Returns: {
          active_session_id: string;
          group_definition_id: string;
          group_type: string;
          is_leader: boolean;
          may_create_session: boolean;
          name: string;
          next_session_id: string;
          next_starts_at: string;
          organization_id: string;
          organization_name: string;
          organization_slug: string;
        }[];
      };
      pm_no_show_streaks: {
        Args: { at_least?: number; organization_id: string };
        Returns: {
          first_name: string;
          group_definition_id: string;
          group_name: string;
          last_attended_on: string;
          last_missed_on: string;
          last_name: string;
          missed_in_a_row: number;
          mrn: string;
          patient_id: string;
        }[];
      };
      pm_open_patient: {
        Args: { patient_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          date_of_birth: string | null;
          deleted_at: string | null;
          email: string | null;
          first_name: string;
          id: string;
          last_name: string;
          mrn: string;
          notes: string | null;
          organization_id: string;
          phone: string | null;
          preferred_name: string | null;
          search_text: string | null;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_patients';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_patient_can_access_question_set: { Args: { patient_id: string; question_set_id: string }; Returns: boolean };
      pm_patient_join_code: { Args: { patient_id: string; renew?: boolean }; Returns: string };
      pm_patient_measures: {
        Args: { patient_id: string };
        Returns: {
          band: string;
          group_average: number;
          group_count: number;
          group_definition_id: string;
          group_name: string;
          max_score: number;
          score: number;
          session_date: string;
          session_id: string;
          title: string;
        }[];
      };
      pm_preview_series: {
        Args: {
          changes?: Json;
          co_facilitator_id?: string;
          end_time: string;
          facilitator_id?: string;
          group_definition_id: string;
          location?: string;
          session_dates: string[];
          start_time: string;
        };
        Returns: {
          conflicts: Json;
          ends_at: string;
          planned_end_time: string;
          planned_on: string;
          planned_start_time: string;
          session_date: string;
          starts_at: string;
        }[];
      };
      pm_preview_series_change: {
        Args: { changes: Json; scope: string; session_id: string };
        Returns: {
          changed_session_id: string;
          conflicts: Json;
          end_time: string;
          ends_at: string;
          keeps_own: boolean;
          session_date: string;
          start_time: string;
          starts_at: string;
        }[];
      };
      pm_program_compliance: {
        Args: { organization_id: string; week_of?: string };
        Returns: {
          attended_days: number;
          attended_minutes: number;
          booked_days: number;
          booked_minutes: number;
          first_name: string;
          group_definition_ids: string[];
          joined_in_week: boolean;
          last_name: string;
          minimum_days: number;
          minimum_minutes: number;
          mrn: string;
          patient_id: string;
          program: string;
          status: string;
          unrecorded_minutes: number;
          week_end: string;
          week_start: string;
        }[];
      };
      pm_promote_enrollment: {
        Args: { enrollment_id: string; reason?: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_enrollments';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_question_set_usage: {
        Args: { organization_id: string };
        Returns: {
          answers: number;
          last_answered_at: string;
          question_set_id: string;
        }[];
      };
      pm_recent_question_sets: {
        Args: { most?: number; organization_id: string };
        Returns: {
          last_used_at: string;
          question_set_id: string;
          times_used: number;
          title: string;
          version: number;
        }[];
      };
      pm_recently_deleted: {
        Args: { organization_id: string };
        Returns: {
          deleted_at: string;
          deleted_by: string;
          group_definition_id: string;
          id: string;
          kind: string;
          name: string;
          patient_id: string;
        }[];
      };
      pm_record_attendance: {
        Args: { entries: Json; reason?: string; session_id: string };
        Returns: {
          attendance_note: string | null;
          attendance_status: string | null;
          created_at: string;
          created_by: string | null;
          guest_name: string | null;
          id: string;
          is_drop_in: boolean;
          joined_at: string | null;
          minutes: number | null;
          organization_id: string;
          patient_id: string | null;
          recorded_at: string | null;
          recorded_by: string | null;
          session_id: string;
          updated_at: string;
        }[];
        SetofOptions: {
          from: '*';
          to: 'pm_session_participants';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_reject_session: {
        Args: { reason: string; session_id: string };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_release_from_hold: { Args: { enrollment_id: string }; Returns: Json };
      pm_remove_guest: {
        Args: { participant_id: string };
        Returns: {
          attendance_note: string | null;
          attendance_status: string | null;
          created_at: string;
          created_by: string | null;
          guest_name: string | null;
          id: string;
          is_drop_in: boolean;
          joined_at: string | null;
          minutes: number | null;
          organization_id: string;
          patient_id: string | null;
          recorded_at: string | null;
          recorded_by: string | null;
          session_id: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_session_participants';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_renew_session_link: {
        Args: { session_id: string };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_report_cancellations: {
        Args: {
          facilitator_id?: string;
          from_date: string;
          group_definition_id?: string;
          group_type?: string;
          organization_id: string;
          to_date: string;
        };
        Returns: {
          reason: string;
          sessions: number;
        }[];
      };
      pm_report_no_shows: {
        Args: {
          facilitator_id?: string;
          from_date: string;
          group_definition_id?: string;
          group_type?: string;
          organization_id: string;
          to_date: string;
        };
        Returns: {
          absent: number;
          attended: number;
          excused: number;
          expected: number;
          first_name: string;
          last_name: string;
          missed_in_a_row: number;
          mrn: string;
          patient_id: string;
        }[];
      };
      pm_report_sessions: {
        Args: {
          by?: string;
          facilitator_id?: string;
          from_date: string;
          group_definition_id?: string;
          group_type?: string;
          organization_id: string;
          to_date: string;
        };
        Returns: {
          absent: number;
          attended: number;
          attended_minutes: number;
          bucket: string;
          cancelled: number;
          excused: number;
          expected: number;
          label: string;
          late: number;
          left_early: number;
          seats: number;
          session_minutes: number;
          sessions: number;
          unrecorded: number;
        }[];
      };
      pm_report_waitlist: {
        Args: {
          facilitator_id?: string;
          from_date: string;
          group_definition_id?: string;
          group_type?: string;
          organization_id: string;
          to_date: string;
        };
        Returns: {
          median_wait_days: number;
          promoted: number;
          waiting: number;
          week: string;
        }[];
      };
      pm_restore_enrollment: {
        Args: { enrollment_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_enrollments';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_restore_group_definition: {
        Args: { group_definition_id: string };
        Returns: {
          advance_notice_hours: number;
          allowed_time_slots: NonNullable<Json>;
          co_facilitator_id: string | null;
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          description: string | null;
          duration_minutes: number | null;
          end_date: string | null;
          facilitator_id: string | null;
          group_code: string | null;
          group_type: string;
          id: string;
          location: string | null;
          max_capacity: number;
          min_capacity: number | null;
          name: string;
          organization_id: string;
          recurrence_rule: string | null;
          session_approval_required: boolean;
          session_creation_permission: string;
          start_date: string | null;
          status: string;
          time_period: string | null;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_definitions';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_restore_patient: {
        Args: { patient_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          date_of_birth: string | null;
          deleted_at: string | null;
          email: string | null;
          first_name: string;
          id: string;
          last_name: string;
          mrn: string;
          notes: string | null;
          organization_id: string;
          phone: string | null;
          preferred_name: string | null;
          search_text: string | null;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_patients';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_restore_question_set: {
        Args: { question_set_id: string };
        Returns: {
          bands: NonNullable<Json>;
          created_at: string;
          created_by: string | null;
          deleted_at: string | null;
          description: string | null;
          id: string;
          materials: NonNullable<Json>;
          organization_id: string;
          previous_version_id: string | null;
          questions: NonNullable<Json>;
          scoring: string;
          source: string | null;
          superseded_at: string | null;
          title: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_question_sets';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_revoke_calendar_feed: { Args: { feed_id: string }; Returns: undefined };
      pm_save_question_set: {
        Args: { changes: Json; question_set_id: string };
        Returns: {
          bands: NonNullable<Json>;
          created_at: string;
          created_by: string | null;
          deleted_at: string | null;
          description: string | null;
          id: string;
          materials: NonNullable<Json>;
          organization_id: string;
          previous_version_id: string | null;
          questions: NonNullable<Json>;
          scoring: string;
          source: string | null;
          superseded_at: string | null;
          title: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_question_sets';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_schedule_conflicts: {
        Args: {
          co_facilitator_id?: string;
          end_time: string;
          except_session_id?: string;
          facilitator_id?: string;
          group_definition_id: string;
          location?: string;
          session_dates: string[];
          start_time: string;
        };
        Returns: {
          detail: string;
          ends_at: string;
          group_name: string;
          kind: string;
          other_group_definition_id: string;
          resource: string;
          resource_id: string;
          session_date: string;
          session_id: string;
          starts_at: string;
        }[];
      };
      pm_schedule_series: {
        Args: {
          changes?: Json;
          co_facilitator_id?: string;
          end_time: string;
          facilitator_id?: string;
          group_definition_id: string;
          location?: string;
          notes?: string;
          recurrence_rule: string;
          series_id?: string;
          session_dates: string[];
          skip_conflicts?: boolean;
          start_time: string;
        };
        Returns: Json;
      };
      pm_search_patients: {
        Args: { organization_id: string; query?: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          date_of_birth: string | null;
          deleted_at: string | null;
          email: string | null;
          first_name: string;
          id: string;
          last_name: string;
          mrn: string;
          notes: string | null;
          organization_id: string;
          phone: string | null;
          preferred_name: string | null;
          search_text: string | null;
          status: string;
          updated_at: string;
        }[];
        SetofOptions: {
          from: '*';
          to: 'pm_patients';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_seat_outlook: { Args: { group_definition_id: string }; Returns: Record<string, unknown> };
      pm_session_attendance: {
        Args: { session_id: string };
        Returns: {
          attendance_status: string;
          enrollment_id: string;
          first_name: string;
          guest_name: string;
          has_answered: boolean;
          is_drop_in: boolean;
          is_flagged: boolean;
          joined_at: string;
          last_name: string;
          minutes: number;
          missed_in_a_row: number;
          mrn: string;
          participant_id: string;
          patient_id: string;
          preferred_name: string;
          recorded_at: string;
          recorded_by: string;
        }[];
      };
      pm_session_result: { Args: { participant_token: string }; Returns: Json };
      pm_session_results: { Args: { session_id: string }; Returns: Json };
      pm_session_roster: {
        Args: { session_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          custom_fields: NonNullable<Json>;
          deleted_at: string | null;
          disenroll_reason: string | null;
          disenrolled_at: string | null;
          enrolled_at: string | null;
          group_definition_id: string;
          id: string;
          notes: string | null;
          organization_id: string;
          patient_id: string;
          starts_on: string;
          status: string;
          transferred_from_id: string | null;
          updated_at: string;
          waitlist_held_at: string | null;
          waitlist_held_until: string | null;
          waitlist_hold_reason: string | null;
          waitlist_position: number | null;
          waitlisted_at: string | null;
        }[];
        SetofOptions: {
          from: '*';
          to: 'pm_group_enrollments';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_set_session_questions: {
        Args: { question_set_id?: string; session_id: string };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_similar_patients: {
        Args: {
          date_of_birth?: string;
          except_patient_id?: string;
          first_name: string;
          last_name: string;
          mrn?: string;
          organization_id: string;
        };
        Returns: Database['public']['CompositeTypes']['pm_similar_patient'][];
        SetofOptions: {
          from: '*';
          to: 'pm_similar_patient';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_start_instant_session: {
        Args: {
          conflict_override?: boolean;
          duration_minutes?: number;
          group_definition_id: string;
          location?: string;
        };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_start_session: {
        Args: { session_id: string };
        Returns: {
          approval_status: string;
          calendar_sequence: number;
          cancellation_reason: string | null;
          co_facilitator_id: string | null;
          completed_at: string | null;
          conflict_override: boolean;
          created_at: string;
          created_by: string | null;
          end_time: string;
          ends_at: string;
          facilitator_id: string | null;
          group_definition_id: string;
          id: string;
          location: string | null;
          notes: string | null;
          organization_id: string;
          questions_data: Json | null;
          series_id: string | null;
          session_date: string;
          session_type: string;
          share_token: string;
          start_time: string;
          started_at: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_schedule';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_submit_answers: { Args: { answers: Json; participant_token: string }; Returns: Json };
      pm_transfer_enrollment: {
        Args: {
          enrollment_id: string;
          group_definition_id: string;
          on_full?: string;
          reason?: string;
          starts_on?: string;
        };
        Returns: Json;
      };
      pm_unassign_question_set: {
        Args: { group_definition_id: string; question_set_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          group_definition_id: string;
          is_check_in: boolean;
          organization_id: string;
          question_set_id: string;
        };
        SetofOptions: {
          from: '*';
          to: 'pm_group_question_sets';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      pm_validate_integrity: {
        Args: { fix?: boolean; organization_id: string };
        Returns: Database['public']['CompositeTypes']['pm_integrity_finding'][];
        SetofOptions: {
          from: '*';
          to: 'pm_integrity_finding';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      pm_waiting_in_like_groups: {
        Args: { group_definition_id: string };
        Returns: {
          enrollment_id: string;
          group_name: string;
          is_held: boolean;
          other_group_definition_id: string;
          patient_id: string;
          place: number;
          waiting_since: string;
        }[];
      };
      pm_waitlist: {
        Args: { group_definition_id: string };
        Returns: {
          ahead: number;
          enrollment_id: string;
          held_since: string;
          held_until: string;
          hold_reason: string;
          is_held: boolean;
          passed_over: Json;
          patient_id: string;
          place: number;
          reason: string;
          waiting_since: string;
        }[];
      };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      pm_integrity_finding: {
        check_key: string | null;
        severity: string | null;
        entity: string | null;
        entity_id: string | null;
        group_definition_id: string | null;
        patient_id: string | null;
        detail: string | null;
        is_fixable: boolean | null;
        is_fixed: boolean | null;
      };
      pm_similar_patient: {
        id: string | null;
        mrn: string | null;
        first_name: string | null;
        last_name: string | null;
        preferred_name: string | null;
        date_of_birth: string | null;
        phone: string | null;
        status: string | null;
        reason: string | null;
        is_deleted: boolean | null;
      };
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema['CompositeTypes']
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {},
  },
} as const;
