// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.iso15434;

import java.util.List;
import rotable.gs1.Element;
import rotable.label.Field;
import rotable.label.LabelError;

/// What was read of an ISO/IEC 15434 envelope.
///
/// @param formats the format indicators of its messages, in order
/// @param fields of all its messages, in order
/// @param elements those of its messages in format 05
/// @param unread messages in formats that are not read here, beside others that are
/// @param errors empty when all else was read
public record Message(
        List<String> formats,
        List<Field> fields,
        List<Element> elements,
        List<LabelError> unread,
        List<LabelError> errors) {
    public Message {
        formats = List.copyOf(formats);
        fields = List.copyOf(fields);
        elements = List.copyOf(elements);
        unread = List.copyOf(unread);
        errors = List.copyOf(errors);
    }

    static Message wrong(LabelError error) {
        return new Message(List.of(), List.of(), List.of(), List.of(), List.of(error));
    }
}
