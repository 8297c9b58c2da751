/** The centre's tab in which the user looks after single pictures. */
package io.thaw.ui.pictures;
