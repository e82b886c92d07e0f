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
/// @param errors empty when all of it was read
public record Message(
        List<String> formats, List<Field> fields, List<Element> elements, List<LabelError> errors) {
    public Message {
        formats = List.copyOf(formats);
        fields = List.copyOf(fields);
        elements = List.copyOf(elements);
        errors = List.copyOf(errors);
    }

    static Message wrong(LabelError error) {
        return new Message(List.of(), List.of(), List.of(), List.of(error));
    }
}
